// Average-link agglomeration over scored pairs, with constraints: the same answer whatever the order of the pairs.
#pragma once

#include <cstdint>
#include <functional>
#include <queue>
#include <span>
#include <vector>

namespace throughline::linking {

/// Two items and how strongly they belong together; negative speaks against it.
struct scored_pair {
    std::uint32_t left = 0;  ///< left < right
    std::uint32_t right = 0;
    double score = 0;
};

/// Joins, best first, the two groups whose scored pairs have the greatest mean, pairs without a score counting as a
/// little against, as long as the mean reaches a threshold. A group is known by its smallest item. A join costs as much
/// as the two groups have neighbours.
class agglomeration {
public:
    using allowed = std::function<bool(std::uint32_t left, std::uint32_t right)>;
    using joined = std::function<void(std::uint32_t left, std::uint32_t right, const scored_pair& best)>;

    /// The pairs, each once, must outlive the object.
    agglomeration(std::uint32_t count, std::span<const scored_pair> pairs, double threshold);

    /// The group of each item. `may_join` is asked of two groups, left < right; `on_join` is told that the right one
    /// went into the left one, and the best scored pair between them.
    std::vector<std::uint32_t> run(const allowed& may_join, const joined& on_join);

private:
    /// What joins a group to another. The other may have gone into a larger one since: `root` tells which.
    struct bond {
        std::uint32_t other = 0;
        std::uint32_t count = 0;
        std::int64_t sum = 0;
        std::uint32_t best = 0;  ///< index into pairs_
    };
    /// Stale once either group has grown since.
    struct candidate {
        double mean = 0;
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        std::uint32_t size = 0;  ///< of both together
        std::uint32_t best = 0;

        bool operator<(const candidate& other) const;
    };

    std::uint32_t root(std::uint32_t item);
    void propose(std::uint32_t group, const bond& between);
    void join(std::uint32_t left, std::uint32_t right);
    void unite(bond& into, const bond& other) const;

    double threshold_ = 0;
    std::span<const scored_pair> pairs_;
    std::vector<std::uint32_t> parents_;
    std::vector<std::uint32_t> sizes_;
    std::vector<std::vector<bond>> bonds_;
    std::vector<std::uint32_t> places_;  ///< of each neighbour in the list that a join makes
    std::priority_queue<candidate> queue_;
};

}  // namespace throughline::linking
