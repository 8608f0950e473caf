// Cuts a document's tokens into the pieces that the patterns speak of, each with its readings.
#pragma once

#include "document/document.hpp"
#include "temporal/vocabulary.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace throughline::temporal {

struct rule_book;

/// A word, a number, a mark, or several words that count as one ("twenty-one", "New Year's Eve").
struct lexed_item {
    span where;
    token_range tokens;  ///< the tokens it lies in
    std::uint32_t sentence = 0;
    std::uint32_t first_term = 0;
    std::uint32_t term_count = 0;
};

struct lexed_text {
    std::vector<lexed_item> items;
    std::vector<term> terms;

    std::span<const term> terms_of(std::size_t item) const {
        return std::span(terms).subspan(items[item].first_term, items[item].term_count);
    }
    const term* find(std::size_t item, symbol what) const {
        for (const auto& reading : terms_of(item))
            if (reading.what == what) return &reading;
        return nullptr;
    }
};

/// Tokens are parted at hyphens, dashes and slashes; number words and fixed phrases are joined.
lexed_text lex(const document& doc, const rule_book& rules);

}  // namespace throughline::temporal
