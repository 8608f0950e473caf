// A read-only table from word hashes to small values, in place in a model file.
#pragma once

#include "language/hashing.hpp"

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace throughline::language {

/// One slot; check 0 marks an empty one.
struct word_slot {
    std::uint32_t check = 0;  ///< upper half of the hash, never 0
    std::uint32_t value = 0;
};

constexpr std::uint32_t check_of_word(hash word) { return static_cast<std::uint32_t>(word >> 32) | 1U; }

/// The word's value, or `otherwise` when the table, whose size is a power of two, does not hold it.
inline std::uint32_t find_word(std::span<const word_slot> slots, hash word, std::uint32_t otherwise) {
    const std::uint64_t mask = slots.size() - 1;
    const auto check = check_of_word(word);
    for (auto at = word & mask;; at = (at + 1) & mask) {
        if (slots[at].check == check) return slots[at].value;
        if (slots[at].check == 0) return otherwise;
    }
}

/// Builds the slots, at most four fifths full. The first value of a word stays.
inline std::vector<word_slot> make_word_table(std::span<const std::pair<hash, std::uint32_t>> words) {
    std::vector<word_slot> slots(std::bit_ceil(words.size() * 5 / 4 + 2));
    const std::uint64_t mask = slots.size() - 1;
    for (const auto& [word, value] : words) {
        auto at = word & mask;
        while (slots[at].check != 0 && slots[at].check != check_of_word(word)) at = (at + 1) & mask;
        if (slots[at].check == 0) slots[at] = {check_of_word(word), value};
    }
    return slots;
}

}  // namespace throughline::language
