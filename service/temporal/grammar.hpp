// Patterns over symbols, compiled into one trie that finds the longest of them in a single walk.
#pragma once

#include "temporal/lexer.hpp"
#include "temporal/vocabulary.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace throughline::temporal {

inline constexpr std::size_t longest_pattern = 24;  ///< items

/// A sequence of symbols. What lies before `begin` and from `end` on is context: asked for, not part of the expression.
struct sequence {
    std::vector<symbol> symbols;
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
};

/// A pattern found in a row of items.
struct grammar_match {
    std::uint32_t rule = 0;
    std::uint8_t length = 0;                  ///< items walked, context included
    std::uint8_t begin = 0;                   ///< items of left context
    std::uint8_t end = 0;                     ///< items up to the right context
    std::array<term, longest_pattern> terms;  ///< the reading taken of each item, `length` of them
};

class grammar {
public:
    /// Of two rules with the same sequence the first added wins. Throws std::length_error beyond longest_pattern.
    void add(std::uint32_t rule, const sequence& pattern);

    /// Lays out the children for the search; to be called once after the last add.
    void compile();

    /// The longest pattern that starts at the item and stays in its sentence; nullopt when there is none.
    std::optional<grammar_match> match(const lexed_text& text, std::size_t item) const;

private:
    struct child {
        symbol what;
        std::uint32_t node;
    };
    struct node {
        std::vector<child> children;  ///< sorted by symbol once compiled
        std::int32_t rule = -1;
        std::uint8_t begin = 0;
        std::uint8_t end = 0;
    };

    void walk(const lexed_text& text, std::size_t item, std::uint32_t at, std::size_t depth, grammar_match& path,
              std::optional<grammar_match>& best) const;

    std::vector<node> nodes_ = std::vector<node>(1);
    std::vector<std::uint32_t> first_;  ///< by symbol: the root's child, 0 when there is none
};

}  // namespace throughline::temporal
