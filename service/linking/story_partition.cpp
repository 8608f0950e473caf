#include "linking/story_partition.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>
#include <unordered_map>
#include <utility>

namespace throughline::linking {
namespace {

// Measured on a mixed month of news, three gold stories and ECB+ train; docs/quality.md holds the curves.
constexpr double pair_threshold = 0.12;   ///< for two articles alone
constexpr double story_threshold = 0.05;  ///< approached as the joined story grows

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
    agglomeration(std::uint32_t count, std::span<const article_link> links)
        : parents_(count), sizes_(count, 1), similarity_(count) {
        std::iota(parents_.begin(), parents_.end(), 0U);
        for (const auto& link : links) {
            const auto sum = std::llround(link.score * fixed_point);
            similarity_[link.left][link.right] = sum;
            similarity_[link.right][link.left] = sum;
        }
        for (std::uint32_t left = 0; left < count; ++left)
            for (const auto& [right, sum] : similarity_[left])
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
    double average(std::uint32_t left, std::uint32_t right) const {
        const double pairs = static_cast<double>(sizes_[left]) * sizes_[right];
        return static_cast<double>(similarity_[left].at(right)) / (fixed_point * pairs);
    }

    bool is_current(const candidate& pair) const {
        return similarity_[pair.left].contains(pair.right) && average(pair.left, pair.right) == pair.average;
    }

    bool alike_enough(const candidate& pair) const {
        const double size = sizes_[pair.left] + sizes_[pair.right];
        return pair.average >= story_threshold + (pair_threshold - story_threshold) * 2 / size;
    }

    void join(std::uint32_t left, std::uint32_t right) {
        parents_[right] = left;
        sizes_[left] += sizes_[right];
        similarity_[left].erase(right);
        for (const auto& [other, sum] : std::exchange(similarity_[right], {})) {
            if (other == left) continue;
            similarity_[left][other] += sum;
            similarity_[other].erase(right);
        }
        for (const auto& [other, sum] : similarity_[left]) {
            similarity_[other][left] = sum;
            queue_.push({average(left, other), std::min(left, other), std::max(left, other)});
        }
    }

    std::vector<std::uint32_t> parents_;
    std::vector<std::uint32_t> sizes_;
    std::vector<std::unordered_map<std::uint32_t, std::int64_t>> similarity_;  ///< sums over the articles' links
    std::priority_queue<candidate> queue_;
};

}  // namespace

std::vector<std::uint32_t> partition(std::uint32_t count, std::span<const article_link> links) {
    return agglomeration(count, links).stories();
}

}  // namespace throughline::linking
