// A quick no: tells of most words, without a look at a table, that the table does not hold them.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace throughline::entities {

/// Words are told apart by their first two letters, without regard to case, and their length.
class word_filter {
public:
    void add(std::string_view word) { seen_.set(place_of(word)); }

    /// False only for words that were not added.
    bool may_hold(std::string_view word) const { return seen_[place_of(word)]; }

private:
    static constexpr std::size_t letters = 32;
    static constexpr std::size_t lengths = 16;

    static std::size_t place_of(std::string_view word) {
        const auto letter = [&](std::size_t at) {
            return at < word.size() ? static_cast<unsigned char>(word[at]) % letters : std::size_t{0};
        };
        return (letter(0) * letters + letter(1)) * lengths + std::min(word.size(), lengths - 1);
    }

    std::bitset<letters * letters * lengths> seen_;
};

}  // namespace throughline::entities
