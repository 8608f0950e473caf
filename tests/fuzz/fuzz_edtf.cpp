// Any bytes are read or refused, and what is read is written back as the same days.
#include "temporal/edtf.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace temporal = throughline::temporal;
    const auto read = temporal::parse_edtf({reinterpret_cast<const char*>(data), size});
    if (!read) return 0;
    const auto again = temporal::parse_edtf(temporal::to_edtf(read->first, read->last, read->unit));
    if (!again || again->first != read->first || again->last != read->last) std::abort();
    return 0;
}
