// One article on its way through the pipeline: the untouched text and the layers that the stages add.
#pragma once

#include "document/entity.hpp"
#include "document/event_mention.hpp"
#include "document/quote.hpp"
#include "document/timex.hpp"
#include "document/token.hpp"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

/// Movable, not copyable: tokens hold views into `strings`.
struct document {
    document() = default;
    document(document&&) = default;
    document& operator=(document&&) = default;
    document(const document&) = delete;
    document& operator=(const document&) = delete;

    // What the article gives.
    std::string text;       ///< valid UTF-8, never changed by a stage; all spans point here
    std::string headline;   ///< not part of `text`; may be empty
    std::string publisher;  ///< name of the outlet
    day published{};        ///< the article's own date: the reference for relative expressions

    // What the stages add, in pipeline order.
    std::vector<token> tokens;
    std::vector<sentence> sentences;
    std::vector<timex> timexes;  ///< in text order, never overlapping
    std::vector<entity> entities;
    std::vector<entity_mention> entity_mentions;  ///< in text order, never overlapping
    std::vector<quote> quotes;                    ///< in text order of content
    std::vector<event_mention> mentions;          ///< in text order of trigger

    std::deque<std::string> strings;  ///< owns lemmas that no static table holds

    std::string_view words(span where) const { return std::string_view(text).substr(where.begin, where.size()); }
    std::string_view word(std::uint32_t token) const { return words(tokens[token].where); }
    span extent(token_range range) const {
        if (range.empty()) return {};
        return {tokens[range.first].where.begin, tokens[range.last - 1].where.end};
    }
};

}  // namespace throughline
