// Features of the words of a sentence for the name model, as hashes (Ratinov and Roth 2009 give most of the set).
#pragma once

#include "entities/gazetteer.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::entities {

inline constexpr std::size_t feature_count = 45;
using feature_row = std::array<std::uint64_t, feature_count>;

/// Reads the features of sentences one after the other; keeps its buffers between them.
class name_features {
public:
    explicit name_features(const gazetteer& tables) : tables_(&tables) {}

    /// Looks at the words of the next sentence.
    void read(std::span<const std::string_view> words);

    /// The features of words[at] of the last read sentence.
    void at(std::size_t at, feature_row& row) const;

private:
    struct word_view {
        std::uint64_t form = 0;
        std::uint64_t lower = 0;
        std::uint64_t shape = 0;
        std::uint64_t listed = 0;  ///< what the tables say of it
        std::array<std::uint64_t, 4> prefix{};
        std::array<std::uint64_t, 4> suffix{};
    };
    const word_view& word(std::size_t at, int offset) const;
    static word_view look_at(std::string_view word);
    void look_up(std::span<const std::string_view> words);

    const gazetteer* tables_;
    std::vector<word_view> words_;
};

}  // namespace throughline::entities
