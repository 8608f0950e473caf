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

/// Two items and the sum of all scored pairs between what they stand for.
struct item_bond {
    std::uint32_t left = 0;  ///< left < right
    std::uint32_t right = 0;
    std::uint32_t count = 0;
    std::int64_t sum = 0;    ///< in millionths
    scored_pair best;        ///< the best of the pairs
    std::uint64_t rank = 0;  ///< of the best one: of two that are as good the lesser counts
};

/// Sums are whole numbers, so that they do not depend on the order of summation.
std::int64_t fixed_point(double score);

/// Two groups, each known by its smallest item, that became one: the right one went into the left one.
struct group_join {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    double mean = 0;   ///< of what joined them
    scored_pair best;  ///< the best scored pair between them
};

/// Groups whose joins among themselves are known from an agglomeration before.
struct settled_groups {
    std::vector<bool> items;        ///< whether each item belongs to one
    std::vector<group_join> joins;  ///< those of one group in the order in which they were made
};

/// Joins, best first, the two groups whose scored pairs have the greatest mean, pairs without a score counting as a
/// little against, as long as the mean reaches a threshold. A group is known by its smallest item. A join costs as much
/// as the two groups have neighbours.
///
/// Settled groups join among themselves as they did before, each join when its turn comes, so that their pairs need not
/// be given, only those with other items. Where such a group would join one that is not settled, that is told instead:
/// it must not be taken for settled then.
class agglomeration {
public:
    using allowed = std::function<bool(std::uint32_t left, std::uint32_t right)>;
    using joined = std::function<void(const group_join& join)>;
    using breached = std::function<void(std::uint32_t settled)>;

    /// `sizes` says of each item how many it stands for. The bonds, one of two items, must outlive the object.
    agglomeration(std::vector<std::uint32_t> sizes, std::span<const item_bond> bonds, double threshold,
                  settled_groups settled = {});

    /// The group of each item. `may_join` is asked of two groups, left < right, `on_join`
    /// is told of each join, settled ones included; `on_breach` of an item of a settled group that is not.
    std::vector<std::uint32_t> run(const allowed& may_join, const joined& on_join, const breached& on_breach = {});

private:
    /// What joins a group to another. The other may have gone into a larger one since: `root` tells which.
    struct bond {
        std::uint32_t other = 0;
        std::uint32_t count = 0;
        std::int64_t sum = 0;
        std::uint32_t best = 0;  ///< index into items_
    };
    /// Stale once either group has grown since.
    struct candidate {
        double mean = 0;
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        std::uint32_t size = 0;  ///< of both together
        std::uint32_t best = 0;  ///< index into items_; into settled_.joins where both groups are settled
        std::uint32_t proposer = 0;
        bool known = false;  ///< a join of settled groups

        bool operator<(const candidate& other) const;
    };

    std::uint32_t root(std::uint32_t item);
    bool is_settled(std::uint32_t item) const { return !settled_.items.empty() && settled_.items[item]; }
    void queue_settled();
    void follow_settled(std::uint32_t join);
    candidate candidate_of(std::uint32_t group, const bond& between) const;
    template <class Wanted>
    void propose(std::uint32_t group, Wanted wanted);
    void propose_next(std::uint32_t group);
    void join(std::uint32_t left, std::uint32_t right);
    void unite(bond& into, const bond& other) const;

    double threshold_ = 0;
    std::span<const item_bond> items_;
    std::vector<std::uint32_t> parents_;
    std::vector<std::uint32_t> sizes_;
    std::vector<std::vector<bond>> bonds_;
    std::vector<std::uint32_t> places_;  ///< of each neighbour in the list that a join makes
    /// What each group may join since it is as it is, as heaps; only the next proposal of each waits in the queue.
    std::vector<std::vector<candidate>> proposals_;
    std::priority_queue<candidate> queue_;

    settled_groups settled_;
    std::vector<std::vector<std::uint32_t>> next_;  ///< settled joins that wait for one
    std::vector<std::uint8_t> waits_;               ///< for how many others each waits
};

}  // namespace throughline::linking
