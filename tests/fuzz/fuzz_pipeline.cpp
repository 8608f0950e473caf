// Any UTF-8 text through all stages: nothing throws, all places lie in the text on code point boundaries.
#include "pipeline/pipeline.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace throughline;

namespace {

void check(const std::string& text, span where) {
    const auto boundary = [&](std::uint32_t at) {
        return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
    };
    if (where.begin > where.end || !boundary(where.begin) || !boundary(where.end)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    document doc;
    doc.text.assign(reinterpret_cast<const char*>(data), size);
    if (!text::is_valid_utf8(doc.text)) return 0;
    doc.published = *parse_day("2018-03-21");
    pipeline::run(doc);
    for (const quote& said : doc.quotes) check(doc.text, said.content);
    for (const event_mention& mention : doc.mentions) {
        check(doc.text, mention.trigger);
        check(doc.text, mention.evidence);
        if (!mention.evidence.contains(mention.trigger) || text::length(mention.title) > 90) std::abort();
        for (const mention_link& link : mention.links) {
            check(doc.text, link.words);
            if (link.target >= doc.mentions.size()) std::abort();
        }
    }
    const article_record record = pipeline::make_record(doc, "key", "origin");
    if (record.mentions.size() != doc.mentions.size()) std::abort();
    return 0;
}
