#include "extraction/quotation_marks.hpp"

#include <string_view>

namespace throughline::extraction {
namespace {

enum class mark { no, open, close, either };

mark mark_of(std::string_view word) {
    if (word == "\u201c" || word == "\u00ab" || word == "``") return mark::open;
    if (word == "\u201d" || word == "\u00bb" || word == "''") return mark::close;
    if (word == "\"") return mark::either;
    return mark::no;
}

}  // namespace

std::vector<token_range> quoted_ranges(const document& doc) {
    std::vector<token_range> ranges;
    std::uint32_t open = token::no_head;
    std::uint32_t paragraph = 0;
    const auto close = [&](std::uint32_t last) {
        if (open != token::no_head && last > open) ranges.push_back({open, last});
        open = token::no_head;
    };
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
        const std::uint32_t here = doc.sentences[doc.tokens[t].sentence].paragraph;
        if (here != paragraph) close(t);
        paragraph = here;
        const mark found = mark_of(doc.word(t));
        if (found == mark::no) continue;
        if (open != token::no_head && found != mark::open) {
            close(t);
        } else {
            close(t);
            open = t + 1;
        }
    }
    close(static_cast<std::uint32_t>(doc.tokens.size()));
    return ranges;
}

}  // namespace throughline::extraction
