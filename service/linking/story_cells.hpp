// Divides a growing story by time into cells of a few articles, and these into larger ones, up to the whole.
#pragma once

#include "document/article_record.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace throughline::linking {

/// An article stands in one cell at each level: among those of its day with a like hash of their keys, of its day, of
/// 8, 64 and 512 days, and of the whole story. Its events are first joined within the largest of these cells that holds
/// few articles (all of a small story), then cell by cell upwards. The set of articles alone decides.
class story_cells {
public:
    static constexpr std::size_t levels = 8;
    static constexpr std::size_t whole = levels - 1;

    /// Takes in the articles behind those of the last call. Returns those whose first level is another than before.
    std::vector<std::uint32_t> grow(std::span<const article_record> articles);

    std::uint64_t cell(std::uint32_t article, std::size_t level) const;
    /// The level at which the article's mentions are first joined.
    std::size_t first_level(std::uint32_t article) const { return first_levels_[article]; }

private:
    std::size_t find_first_level(std::uint32_t article) const;

    std::vector<std::uint64_t> codes_;  ///< of each article: its day, then bits of its key's hash
    std::vector<std::size_t> first_levels_;
    std::array<std::unordered_map<std::uint64_t, std::uint32_t>, levels> sizes_;  ///< articles of each cell
};

}  // namespace throughline::linking
