#include "linking/story_cells.hpp"

#include "linking/text_hash.hpp"

#include <set>
#include <utility>

namespace throughline::linking {
namespace {

/// Articles of a cell whose mentions are joined all at once.
constexpr std::uint32_t few = 32;

constexpr unsigned hash_bits = 16;

/// Bits of the code that an article's cell leaves out, by level: sixteen parts of a day make one of the next level, and
/// eight cells of days.
constexpr std::array<unsigned, story_cells::levels - 1> left_out{
    4, 8, 12, hash_bits, hash_bits + 3, hash_bits + 6, hash_bits + 9};

}  // namespace

std::uint64_t story_cells::cell(std::uint32_t article, std::size_t level) const {
    return level == whole ? 0 : codes_[article] >> left_out.at(level);
}

std::size_t story_cells::find_first_level(std::uint32_t article) const {
    for (auto level = whole; level > 0; --level)
        if (sizes_.at(level).at(cell(article, level)) <= few) return level;
    return 0;
}

std::vector<std::uint32_t> story_cells::grow(std::span<const article_record> articles) {
    // Articles' first levels change where a cell that was small no longer is.
    std::set<std::pair<std::size_t, std::uint64_t>> outgrown;
    for (auto article = static_cast<std::uint32_t>(codes_.size()); article < articles.size(); ++article) {
        const auto days =
            static_cast<std::uint64_t>(articles[article].published.time_since_epoch().count() + (1 << 30));
        codes_.push_back(days << hash_bits | spread_hash(articles[article].key) >> (64 - hash_bits));
        for (std::size_t level = 0; level < levels; ++level)
            if (++sizes_.at(level)[cell(article, level)] == few + 1) outgrown.emplace(level, cell(article, level));
    }
    std::vector<std::uint32_t> changed;
    for (std::uint32_t article = 0; article < first_levels_.size(); ++article) {
        const auto before = first_levels_[article];
        if (outgrown.contains({before, cell(article, before)})) changed.push_back(article);
    }
    for (const auto article : changed) first_levels_[article] = find_first_level(article);
    for (auto article = static_cast<std::uint32_t>(first_levels_.size()); article < codes_.size(); ++article)
        first_levels_.push_back(find_first_level(article));
    return changed;
}

}  // namespace throughline::linking
