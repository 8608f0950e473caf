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

/// Sums are whole numbers, so that they do not depend on the order of summation.
constexpr double fixed_point = 1e6;

/// What a pair without a score counts; never more of them than of scored ones, since blocking leaves most pairs out.
constexpr double absent_score = -1.0;

/// The smallest item that each is linked to by a chain of pairs at or above the threshold: no two groups of different
/// components can ever join, since every mean between them stays below it.
std::vector<std::uint32_t> components(std::uint32_t count, std::span<const scored_pair> pairs, double threshold,
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
    for (const auto& pair : pairs)
        if (pair.score >= threshold) connect(pair.left, pair.right);
    for (const auto& join : settled) connect(join.left, join.right);
    for (std::uint32_t item = 0; item < count; ++item) roots[item] = root(item);
    return roots;
}

}  // namespace

bool agglomeration::candidate::operator<(const candidate& other) const {
    if (mean != other.mean) return mean < other.mean;
    return std::pair(left, right) > std::pair(other.left, other.right);
}

agglomeration::agglomeration(std::uint32_t count, std::span<const scored_pair> pairs, double threshold,
                             settled_groups settled)
    : threshold_(threshold),
      pairs_(pairs),
      parents_(count),
      sizes_(count, 1),
      bonds_(count),
      places_(count, nowhere),
      settled_(std::move(settled)) {
    std::iota(parents_.begin(), parents_.end(), 0U);
    const auto reachable = components(count, pairs, threshold, settled_.joins);
    std::vector<std::uint32_t> degrees(count, 0);
    const auto each_bond = [&](const auto& take) {
        for (std::uint32_t i = 0; i < pairs.size(); ++i)
            if (reachable[pairs[i].left] == reachable[pairs[i].right]) take(pairs[i], i);
    };
    each_bond([&](const scored_pair& pair, std::uint32_t) {
        ++degrees[pair.left];
        ++degrees[pair.right];
    });
    for (std::uint32_t item = 0; item < count; ++item) bonds_[item].reserve(degrees[item]);
    each_bond([&](const scored_pair& pair, std::uint32_t index) {
        const auto sum = std::llround(pair.score * fixed_point);
        bonds_[pair.left].push_back({pair.right, 1, sum, index});
        bonds_[pair.right].push_back({pair.left, 1, sum, index});
        propose(pair.left, bonds_[pair.left].back());
    });
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
        if (waits_[i] == 0) queue_.push({joins[i].mean, joins[i].left, joins[i].right, 0, i, true});
    }
}

void agglomeration::follow_settled(std::uint32_t join) {
    for (const auto i : next_[join]) {
        const auto& next = settled_.joins[i];
        if (--waits_[i] == 0) queue_.push({next.mean, next.left, next.right, 0, i, true});
    }
}

std::uint32_t agglomeration::root(std::uint32_t item) {
    while (parents_[item] != item) item = parents_[item] = parents_[parents_[item]];
    return item;
}

void agglomeration::propose(std::uint32_t group, const bond& between) {
    const double pairs = static_cast<double>(sizes_[group]) * sizes_[between.other];
    const double absent = std::min<double>(pairs - between.count, between.count);
    const double mean =
        (static_cast<double>(between.sum) / fixed_point + absent * absent_score) / (between.count + absent);
    if (mean < threshold_) return;
    const auto [left, right] = std::minmax(group, between.other);
    queue_.push({mean, left, right, sizes_[left] + sizes_[right], between.best, false});
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
        if (stale || !may_join(best.left, best.right)) continue;
        if (is_settled(best.left) || is_settled(best.right)) {
            on_breach(is_settled(best.left) ? best.left : best.right);
            continue;
        }
        on_join({best.left, best.right, best.mean, pairs_[best.best]});
        join(best.left, best.right);
    }
    for (std::uint32_t item = 0; item < parents_.size(); ++item) parents_[item] = root(item);
    return parents_;
}

void agglomeration::unite(bond& into, const bond& other) const {
    const auto order = [&](const bond& each) {
        const auto& best = pairs_[each.best];
        return std::tuple(best.score, -static_cast<double>(best.left), -static_cast<double>(best.right));
    };
    if (order(into) < order(other)) into.best = other.best;
    into.sum += other.sum;
    into.count += other.count;
}

void agglomeration::join(std::uint32_t left, std::uint32_t right) {
    parents_[right] = left;
    sizes_[left] += sizes_[right];
    auto united = united_bonds(
        bonds_[left], bonds_[right], left, places_, [this](std::uint32_t item) { return root(item); },
        [this](bond& into, const bond& other) { unite(into, other); });
    for (const auto& between : united) propose(left, between);
    bonds_[left] = std::move(united);
    bonds_[right] = {};
}

}  // namespace throughline::linking
