// Any bytes as a date: refused, or read as a date that is written and read again as itself.
#include "ingest/published_date.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace throughline::ingest;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view given(reinterpret_cast<const char*>(data), size);
    read_page_date(given);
    const auto reading = read_date(given);
    if (reading.value.has_value() != (reading.fault == date_fault::none)) std::abort();
    if (!reading.value) return 0;
    const auto again = read_date(to_string(*reading.value));
    if (!again.value || again.value->exact != reading.value->exact) std::abort();
    if (!reading.value->exact && again.value->local != reading.value->local) std::abort();
    return 0;
}
