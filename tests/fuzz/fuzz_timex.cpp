// Any text gets time expressions in order, without overlap, on token boundaries, with EDTF that reads back.
#include "temporal/edtf.hpp"
#include "temporal/temporal.hpp"
#include "text/tokenize.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace throughline;
    document doc;
    doc.text.assign(reinterpret_cast<const char*>(data), size);
    if (!text::is_valid_utf8(doc.text)) return 0;
    doc.published = *parse_day("2018-03-21");
    text::tokenize(doc);
    temporal::tag(doc);
    std::uint32_t end = 0;
    for (const auto& found : doc.timexes) {
        if (found.where.begin < end || found.where.empty() || found.tokens.empty() || found.value.empty()) std::abort();
        if (found.first && found.last && *found.last < *found.first) std::abort();
        if (!found.edtf.empty()) {
            const auto read = temporal::parse_edtf(found.edtf);
            if (!read || read->first != found.first || read->last != found.last) std::abort();
        }
        end = found.where.end;
    }
    return 0;
}
