#include "linking/story_partition.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <queue>
#include <unordered_map>
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

/// Two stories that may join; stale once either has changed since.
struct candidate {
    double average = 0;
    std::uint32_t left = 0;
    std::uint32_t right = 0;

    bool operator<(const candidate& other) const {
        if (average != other.average) return average < other.average;
        return std::pair(left, right) > std::pair(other.left, other.right);
    }
};

/// The growing stories; each is known by the smallest index of its articles.
class agglomeration {
public:
    agglomeration(std::span<const day> published, std::span<const article_link> links)
        : parents_(published.size()),
          sizes_(published.size(), 1),
          within_(published.size(), 0),
          bonds_(published.size()) {
        std::iota(parents_.begin(), parents_.end(), 0U);
        for (const auto& link : links) {
            const auto days_apart =
                static_cast<double>(std::abs((published[link.left] - published[link.right]).count()));
            const double likeness = link.score * std::exp(days_apart * (1 / fading_days + 1 / moving_days));
            const bond single{std::llround(link.score * fixed_point), std::llround(likeness * fixed_point)};
            bonds_[link.left][link.right] = single;
            bonds_[link.right][link.left] = single;
        }
        for (std::uint32_t left = 0; left < published.size(); ++left)
            for (const auto& [right, between] : bonds_[left])
                if (left < right) queue_.push({average(left, right), left, right});
    }

    std::vector<std::uint32_t> stories() {
        while (!queue_.empty()) {
            const candidate best = queue_.top();
            queue_.pop();
            if (is_current(best) && alike_enough(best)) join(best.left, best.right);
        }
        for (auto& parent : parents_) parent = parents_[parent];
        return parents_;
    }

private:
    /// Sums over the links between two stories.
    struct bond {
        std::int64_t score = 0;     ///< article_link::score
        std::int64_t likeness = 0;  ///< the same, growing instead of fading with the days between
    };

    double pairs(std::uint32_t left, std::uint32_t right) const {
        return fixed_point * static_cast<double>(sizes_[left]) * sizes_[right];
    }

    double average(std::uint32_t left, std::uint32_t right) const {
        return static_cast<double>(bonds_[left].at(right).score) / pairs(left, right);
    }

    /// Mean likeness of a story's articles to each other.
    double cohesion(std::uint32_t story) const {
        const double count = static_cast<double>(sizes_[story]) * (sizes_[story] - 1.0) / 2;
        return static_cast<double>(within_[story]) / (fixed_point * (count + loose_pairs));
    }

    bool is_current(const candidate& pair) const {
        return bonds_[pair.left].contains(pair.right) && average(pair.left, pair.right) == pair.average;
    }

    bool alike_enough(const candidate& pair) const {
        const double size = sizes_[pair.left] + sizes_[pair.right];
        if (pair.average < story_threshold + (pair_threshold - story_threshold) * 2 / size) return false;
        const double across =
            static_cast<double>(bonds_[pair.left].at(pair.right).likeness) / pairs(pair.left, pair.right);
        return across >= closeness * std::sqrt(cohesion(pair.left) * cohesion(pair.right));
    }

    void join(std::uint32_t left, std::uint32_t right) {
        parents_[right] = left;
        sizes_[left] += sizes_[right];
        within_[left] += within_[right] + bonds_[left].at(right).likeness;
        bonds_[left].erase(right);
        for (const auto& [other, between] : std::exchange(bonds_[right], {})) {
            if (other == left) continue;
            auto& united = bonds_[left][other];
            united.score += between.score;
            united.likeness += between.likeness;
            bonds_[other].erase(right);
        }
        for (const auto& [other, between] : bonds_[left]) {
            bonds_[other][left] = between;
            queue_.push({average(left, other), std::min(left, other), std::max(left, other)});
        }
    }

    std::vector<std::uint32_t> parents_;
    std::vector<std::uint32_t> sizes_;
    std::vector<std::int64_t> within_;  ///< sums of likeness over the pairs within each story
    std::vector<std::unordered_map<std::uint32_t, bond>> bonds_;
    std::priority_queue<candidate> queue_;
};

}  // namespace

std::vector<std::uint32_t> partition(std::span<const day> published, std::span<const article_link> links) {
    return agglomeration(published, links).stories();
}

}  // namespace throughline::linking
