#include "linking/agglomeration.hpp"

#include "linking/united_bonds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace throughline::linking {
namespace {

constexpr double millionths = 1e6;

/// What a pair without a score counts; never more of them than of scored ones, since blocking leaves most pairs out.
constexpr double absent_score = -1.0;

/// The smallest item that each is linked to by a chain of pairs at or above the threshold: no two groups of different
/// components can ever join, since every mean between them stays below it.
std::vector<std::uint32_t> components(std::uint32_t count, std::span<const item_bond> bonds, double threshold,
                                      std::span<const group_join> settled) {
    std::vector<std::uint32_t> roots(count);
    std::iota(roots.begin(), roots.end(), 0U);
    const auto root = [&](std::uint32_t item) {
        while (roots[item] != item) item = roots[item] = roots[roots[item]];
        return item;
    };
    const auto connect = [&](std::uint32_t one, std::uint32_t other) {
        const auto left = root(one);
        const auto right = root(other);
        roots[std::max(left, right)] = std::min(left, right);
    };
    for (const auto& bond : bonds)
        if (static_cast<double>(bond.sum) >= threshold * millionths * bond.count) connect(bond.left, bond.right);
    for (const auto& join : settled) connect(join.left, join.right);
    for (std::uint32_t item = 0; item < count; ++item) roots[item] = root(item);
    return roots;
}

}  // namespace

std::int64_t fixed_point(double score) { return std::llround(score * millionths); }

bool agglomeration::candidate::operator<(const candidate& other) const {
    if (mean != other.mean) return mean < other.mean;
    return std::pair(left, right) > std::pair(other.left, other.right);
}

agglomeration::agglomeration(std::vector<std::uint32_t> sizes, std::span<const item_bond> bonds, double threshold,
                             settled_groups settled)
    : threshold_(threshold),
      items_(bonds),
      parents_(sizes.size()),
      sizes_(std::move(sizes)),
      bonds_(sizes_.size()),
      places_(sizes_.size(), nowhere),
      proposals_(sizes_.size()),
      settled_(std::move(settled)) {
    std::iota(parents_.begin(), parents_.end(), 0U);
    const auto count = static_cast<std::uint32_t>(sizes_.size());
    const auto reachable = components(count, bonds, threshold, settled_.joins);
    std::vector<std::uint32_t> degrees(count, 0);
    const auto each_bond = [&](const auto& take) {
        for (std::uint32_t i = 0; i < bonds.size(); ++i)
            if (reachable[bonds[i].left] == reachable[bonds[i].right]) take(bonds[i], i);
    };
    each_bond([&](const item_bond& bond, std::uint32_t) {
        ++degrees[bond.left];
        ++degrees[bond.right];
    });
    for (std::uint32_t item = 0; item < count; ++item) bonds_[item].reserve(degrees[item]);
    each_bond([&](const item_bond& bond, std::uint32_t index) {
        bonds_[bond.left].push_back({bond.right, bond.count, bond.sum, index});
        bonds_[bond.right].push_back({bond.left, bond.count, bond.sum, index});
    });
    for (std::uint32_t item = 0; item < count; ++item) propose(item, [&](std::uint32_t other) { return item < other; });
    queue_settled();
}

/// A settled join waits for the last ones before that made its two groups.
void agglomeration::queue_settled() {
    const auto& joins = settled_.joins;
    next_.resize(joins.size());
    waits_.assign(joins.size(), 0);
    std::unordered_map<std::uint32_t, std::uint32_t> last;  // join into a group
    for (std::uint32_t i = 0; i < joins.size(); ++i) {
        for (const auto group : {joins[i].left, joins[i].right})
            if (const auto before = last.find(group); before != last.end()) {
                next_[before->second].push_back(i);
                ++waits_[i];
            }
        last[joins[i].left] = i;
        if (waits_[i] == 0) queue_.push({joins[i].mean, joins[i].left, joins[i].right, 0, i, 0, true});
    }
}

void agglomeration::follow_settled(std::uint32_t join) {
    for (const auto i : next_[join]) {
        const auto& next = settled_.joins[i];
        if (--waits_[i] == 0) queue_.push({next.mean, next.left, next.right, 0, i, 0, true});
    }
}

std::uint32_t agglomeration::root(std::uint32_t item) {
    while (parents_[item] != item) item = parents_[item] = parents_[parents_[item]];
    return item;
}

agglomeration::candidate agglomeration::candidate_of(std::uint32_t group, const bond& between) const {
    const double pairs = static_cast<double>(sizes_[group]) * sizes_[between.other];
    const double absent = std::min<double>(pairs - between.count, between.count);
    const double mean =
        (static_cast<double>(between.sum) / millionths + absent * absent_score) / (between.count + absent);
    const auto [left, right] = std::minmax(group, between.other);
    return {mean, left, right, sizes_[left] + sizes_[right], between.best, group, false};
}

template <class Wanted>
void agglomeration::propose(std::uint32_t group, Wanted wanted) {
    auto& proposals = proposals_[group];
    proposals.clear();
    for (const auto& between : bonds_[group]) {
        if (!wanted(between.other)) continue;
        const auto next = candidate_of(group, between);
        if (next.mean >= threshold_) proposals.push_back(next);
    }
    std::make_heap(proposals.begin(), proposals.end());
    propose_next(group);
}

void agglomeration::propose_next(std::uint32_t group) {
    auto& proposals = proposals_[group];
    if (proposals.empty()) return;
    std::pop_heap(proposals.begin(), proposals.end());
    queue_.push(proposals.back());
    proposals.pop_back();
}

std::vector<std::uint32_t> agglomeration::run(const allowed& may_join, const joined& on_join,
                                              const breached& on_breach) {
    while (!queue_.empty()) {
        const candidate best = queue_.top();
        queue_.pop();
        if (best.known) {
            on_join(settled_.joins[best.best]);
            join(best.left, best.right);
            follow_settled(best.best);
            continue;
        }
        const bool stale = parents_[best.left] != best.left || parents_[best.right] != best.right ||
                           sizes_[best.left] + sizes_[best.right] != best.size;
        if (stale || !may_join(best.left, best.right)) {
            propose_next(best.proposer);
            continue;
        }
        if (is_settled(best.left) || is_settled(best.right)) {
            on_breach(is_settled(best.left) ? best.left : best.right);
            propose_next(best.proposer);
            continue;
        }
        on_join({best.left, best.right, best.mean, items_[best.best].best});
        join(best.left, best.right);
    }
    for (std::uint32_t item = 0; item < parents_.size(); ++item) parents_[item] = root(item);
    return parents_;
}

void agglomeration::unite(bond& into, const bond& other) const {
    const auto& known = items_[into.best];
    const auto& next = items_[other.best];
    if (next.best.score > known.best.score || (next.best.score == known.best.score && next.rank < known.rank))
        into.best = other.best;
    into.sum += other.sum;
    into.count += other.count;
}

void agglomeration::join(std::uint32_t left, std::uint32_t right) {
    parents_[right] = left;
    sizes_[left] += sizes_[right];
    auto united = united_bonds(
        bonds_[left], bonds_[right], left, places_, [this](std::uint32_t item) { return root(item); },
        [this](bond& into, const bond& other) { unite(into, other); });
    bonds_[left] = std::move(united);
    bonds_[right] = {};
    proposals_[right] = {};
    propose(left, [](std::uint32_t) { return true; });
}

}  // namespace throughline::linking
