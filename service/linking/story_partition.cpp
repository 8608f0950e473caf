#include "linking/story_partition.hpp"

#include "linking/united_bonds.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <queue>
#include <utility>

namespace throughline::linking {
namespace {

// Measured on a mixed month of news, three gold stories and ECB+ train; docs/quality.md holds the curves.
constexpr double pair_threshold = 0.12;   ///< for two articles alone
constexpr double story_threshold = 0.05;  ///< approached as the joined story grows
constexpr double closeness = 0.8;         ///< least likeness between two stories over the likeness within them

/// A likeness across so many days counts e times as much as one within a day, where it is measured against the likeness
/// within: a story moves on.
constexpr double moving_days = 20;

/// Pairs without likeness that every story is taken to hold, so that a few near copies do not close it to others.
constexpr double loose_pairs = 6;

/// Sums of similarities are whole numbers, so that they do not depend on the order of summation.
constexpr double fixed_point = 1e9;

/// Two stories that may join.
struct candidate {
    double average = 0;
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::int64_t likeness = 0;  ///< the sum between the two
    std::uint32_t size = 0;     ///< of both together: another one means that either has grown since
    std::uint32_t proposer = 0;

    bool operator<(const candidate& other) const {
        if (average != other.average) return average < other.average;
        return std::pair(left, right) > std::pair(other.left, other.right);
    }
};

/// The growing stories; each is known by the smallest index of its articles. Each proposes those that it may join at
/// the moment it comes to be, best first; only its next proposal waits among those of the others.
class story_agglomeration {
public:
    story_agglomeration(std::span<const day> published, std::span<const article_link> links)
        : parents_(published.size()),
          sizes_(published.size(), 1),
          within_(published.size(), 0),
          bonds_(published.size()),
          places_(published.size(), nowhere),
          proposals_(published.size()) {
        std::iota(parents_.begin(), parents_.end(), 0U);
        for (const auto& link : links) {
            const auto days_apart =
                static_cast<double>(std::abs((published[link.left] - published[link.right]).count()));
            const double likeness = link.score * std::exp(days_apart * (1 / fading_days + 1 / moving_days));
            const auto score = std::llround(link.score * fixed_point);
            bonds_[link.left].push_back({link.right, score, std::llround(likeness * fixed_point)});
            bonds_[link.right].push_back({link.left, score, std::llround(likeness * fixed_point)});
        }
        for (std::uint32_t story = 0; story < published.size(); ++story)
            propose(story, [&](std::uint32_t other) { return story < other; });
    }

    std::vector<std::uint32_t> stories() {
        while (!queue_.empty()) {
            const candidate best = queue_.top();
            queue_.pop();
            if (is_current(best) && alike_enough(best))
                join(best);
            else
                propose_next(best.proposer);
        }
        for (std::uint32_t i = 0; i < parents_.size(); ++i) parents_[i] = root(i);
        return parents_;
    }

private:
    /// Sums over the links between two stories. The other may have gone into a larger one since: `root` tells which.
    struct bond {
        std::uint32_t other = 0;
        std::int64_t score = 0;     ///< article_link::score
        std::int64_t likeness = 0;  ///< the same, growing instead of fading with the days between
    };

    std::uint32_t root(std::uint32_t story) {
        while (parents_[story] != story) story = parents_[story] = parents_[parents_[story]];
        return story;
    }

    double pairs(std::uint32_t left, std::uint32_t right) const {
        return fixed_point * static_cast<double>(sizes_[left]) * sizes_[right];
    }

    /// Mean likeness of a story's articles to each other.
    double cohesion(std::uint32_t story) const {
        const double count = static_cast<double>(sizes_[story]) * (sizes_[story] - 1.0) / 2;
        return static_cast<double>(within_[story]) / (fixed_point * (count + loose_pairs));
    }

    bool is_current(const candidate& pair) const {
        return parents_[pair.left] == pair.left && parents_[pair.right] == pair.right &&
               sizes_[pair.left] + sizes_[pair.right] == pair.size;
    }

    bool alike_enough(const candidate& pair) const {
        if (pair.average < story_threshold + (pair_threshold - story_threshold) * 2 / pair.size) return false;
        const double across = static_cast<double>(pair.likeness) / pairs(pair.left, pair.right);
        return across >= closeness * std::sqrt(cohesion(pair.left) * cohesion(pair.right));
    }

    template <class Wanted>
    void propose(std::uint32_t story, Wanted wanted) {
        auto& proposals = proposals_[story];
        proposals.clear();
        for (const auto& between : bonds_[story]) {
            const auto [left, right] = std::minmax(story, between.other);
            const double average = static_cast<double>(between.score) / pairs(left, right);
            if (average < story_threshold || !wanted(between.other)) continue;
            proposals.push_back({average, left, right, between.likeness, sizes_[left] + sizes_[right], story});
        }
        std::make_heap(proposals.begin(), proposals.end());
        propose_next(story);
    }

    void propose_next(std::uint32_t story) {
        auto& proposals = proposals_[story];
        if (proposals.empty()) return;
        std::pop_heap(proposals.begin(), proposals.end());
        queue_.push(proposals.back());
        proposals.pop_back();
    }

    void join(const candidate& pair) {
        const auto [left, right] = std::pair(pair.left, pair.right);
        parents_[right] = left;
        sizes_[left] += sizes_[right];
        within_[left] += within_[right] + pair.likeness;
        bonds_[left] = united_bonds(
            bonds_[left], bonds_[right], left, places_, [this](std::uint32_t story) { return root(story); },
            [](bond& into, const bond& other) {
                into.score += other.score;
                into.likeness += other.likeness;
            });
        bonds_[right] = {};
        proposals_[right] = {};
        propose(left, [](std::uint32_t) { return true; });
    }

    std::vector<std::uint32_t> parents_;
    std::vector<std::uint32_t> sizes_;
    std::vector<std::int64_t> within_;  ///< sums of likeness over the pairs within each story
    std::vector<std::vector<bond>> bonds_;
    std::vector<std::uint32_t> places_;              ///< of each neighbour in the list that a join makes
    std::vector<std::vector<candidate>> proposals_;  ///< heaps
    std::priority_queue<candidate> queue_;
};

}  // namespace

std::vector<std::uint32_t> partition(std::span<const day> published, std::span<const article_link> links) {
    return story_agglomeration(published, links).stories();
}

}  // namespace throughline::linking
