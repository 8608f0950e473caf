// Any valid UTF-8 gives entities: mentions in order, inside the text, never overlapping, each of a named entity.
#include "entities/entities.hpp"
#include "language/parse.hpp"
#include "language/tag.hpp"
#include "text/tokenize.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace throughline;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!text::is_valid_utf8(bytes)) return 0;
    document doc;
    doc.text = bytes;
    text::tokenize(doc);
    if (size % 2 == 0) {  // the layers in between are of use, not of need
        language::tag(doc);
        language::parse(doc);
    }
    entities::find(doc);
    std::uint32_t end = 0;
    for (const entity_mention& mention : doc.entity_mentions) {
        const bool sound = mention.tokens.first >= end && !mention.tokens.empty() &&
                           mention.tokens.last <= doc.tokens.size() && mention.tokens.contains(mention.head) &&
                           mention.entity < doc.entities.size();
        if (!sound) std::abort();
        end = mention.tokens.last;
    }
    for (const entity& found : doc.entities)
        if (found.name.empty() || found.key.empty()) std::abort();
    return 0;
}
