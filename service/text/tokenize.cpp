#include "text/tokenize.hpp"

#include "text/layout.hpp"
#include "text/scanner.hpp"
#include "text/sentence_splitter.hpp"
#include "text/utf8.hpp"

namespace throughline::text {

void tokenize(document& doc) {
    const std::string_view text = doc.text;
    const layout lines(text);
    doc.tokens.reserve(text.size() / 5);
    scanner scan(text, doc.tokens);
    std::uint32_t paragraph = 0;
    std::uint32_t block = 0;  // first token of the block that no sentence crosses
    for (std::size_t at = 0; at < text.size();) {
        const auto gap = at;
        while (at < text.size()) {
            const auto c = decode(text, at);
            if (!is_blank(kind_of(c.value))) break;
            at += c.size;
        }
        const auto tokens = static_cast<std::uint32_t>(doc.tokens.size());
        if (tokens > block) {
            const auto rank = lines.break_in(gap, at);
            if (rank != line_break::none) {
                split_sentences(doc, block, paragraph);
                block = tokens;
            }
            if (rank == line_break::paragraph) ++paragraph;
        }
        const auto begin = at;
        while (at < text.size()) {
            const auto c = decode(text, at);
            if (is_blank(kind_of(c.value))) break;
            at += c.size;
        }
        if (at > begin) scan.scan(begin, at);
    }
    split_sentences(doc, block, paragraph);
}

}  // namespace throughline::text
