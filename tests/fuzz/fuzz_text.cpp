// Any bytes: tokens and sentences stay inside the text, in order, on code point boundaries.
#include "text/tokenize.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using throughline::document;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool on_boundary(const std::string& text, std::uint32_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    document doc;
    doc.text.assign(reinterpret_cast<const char*>(data), size);
    const bool valid = throughline::text::is_valid_utf8(doc.text);
    throughline::text::tokenize(doc);
    std::uint32_t end = 0;
    for (const auto& token : doc.tokens) {
        require(token.where.begin >= end && token.where.begin < token.where.end && token.where.end <= doc.text.size());
        require(!valid || (on_boundary(doc.text, token.where.begin) && on_boundary(doc.text, token.where.end)));
        end = token.where.end;
    }
    std::uint32_t first = 0, paragraph = 0;
    for (std::uint32_t i = 0; i < doc.sentences.size(); ++i) {
        const auto& sentence = doc.sentences[i];
        require(sentence.tokens.first == first && sentence.tokens.first < sentence.tokens.last);
        require(sentence.paragraph >= paragraph);
        for (auto token = sentence.tokens.first; token < sentence.tokens.last; ++token)
            require(doc.tokens[token].sentence == i);
        first = sentence.tokens.last;
        paragraph = sentence.paragraph;
    }
    require(first == doc.tokens.size());
    throughline::text::fold(doc.text);
    return 0;
}
