#include "text/dateline.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::text {
namespace {

constexpr std::uint32_t longest = 14;  // tokens

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "–" || word == "—" || word == "―"; }

bool is_all_capitals(std::string_view word) {
    return word.size() > 2 && std::ranges::all_of(word, [](unsigned char c) {
               return !is_alphabetic(kind_of(c)) || kind_of(c) == char_kind::upper;
           });
}

/// Whether a sentence can begin with the token.
bool opens(const document& doc, std::uint32_t token) {
    const auto kind = first_kind(doc.word(token));
    return kind == char_kind::upper || kind == char_kind::digit || kind == char_kind::quote ||
           kind == char_kind::open || kind == char_kind::apostrophe;
}

}  // namespace

std::uint32_t dateline_end(const document& doc, std::uint32_t first) {
    const auto last = std::min(static_cast<std::uint32_t>(doc.tokens.size()), first + longest);
    for (auto i = first; i + 1 < last; ++i) {
        const auto word = doc.word(i);
        const auto kind = first_kind(word);
        const bool blank_after = doc.tokens[i + 1].space_before;
        if (is_dash(word) && (doc.tokens[i].space_before || blank_after)) {
            const bool told = i > first && (doc.word(i - 1) == ")" || is_all_capitals(doc.word(first)));
            return told && opens(doc, i + 1) ? i + 1 : first;
        }
        if (kind == char_kind::lower || kind == char_kind::stop || kind == char_kind::quote) return first;
    }
    return first;
}

}  // namespace throughline::text
