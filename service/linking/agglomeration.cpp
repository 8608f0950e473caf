#include "linking/agglomeration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace throughline::linking {
namespace {

/// Sums are whole numbers, so that they do not depend on the order of summation.
constexpr double fixed_point = 1e6;

/// What a pair without a score counts; never more of them than of scored ones, since blocking leaves most pairs out.
constexpr double absent_score = -1.0;

/// The smallest item that each is linked to by a chain of pairs at or above the threshold: no two groups of different
/// components can ever join, since every mean between them stays below it.
std::vector<std::uint32_t> components(std::uint32_t count, std::span<const scored_pair> pairs, double threshold) {
    std::vector<std::uint32_t> roots(count);
    std::iota(roots.begin(), roots.end(), 0U);
    const auto root = [&](std::uint32_t item) {
        while (roots[item] != item) item = roots[item] = roots[roots[item]];
        return item;
    };
    for (const auto& pair : pairs) {
        if (pair.score < threshold) continue;
        const auto left = root(pair.left);
        const auto right = root(pair.right);
        roots[std::max(left, right)] = std::min(left, right);
    }
    for (std::uint32_t item = 0; item < count; ++item) roots[item] = root(item);
    return roots;
}

}  // namespace

bool agglomeration::candidate::operator<(const candidate& other) const {
    if (mean != other.mean) return mean < other.mean;
    return std::pair(left, right) > std::pair(other.left, other.right);
}

agglomeration::agglomeration(std::uint32_t count, std::span<const scored_pair> pairs, double threshold)
    : threshold_(threshold), parents_(count), sizes_(count, 1), bonds_(count) {
    std::iota(parents_.begin(), parents_.end(), 0U);
    const auto reachable = components(count, pairs, threshold);
    for (const auto& pair : pairs) {
        if (reachable[pair.left] != reachable[pair.right]) continue;
        const bond single{std::llround(pair.score * fixed_point), 1, pair};
        bonds_[pair.left].emplace(pair.right, single);
        bonds_[pair.right].emplace(pair.left, single);
        propose(pair.left, pair.right);
    }
}

void agglomeration::propose(std::uint32_t left, std::uint32_t right) {
    const double likeness = mean(left, right);
    if (likeness >= threshold_) queue_.push({likeness, std::min(left, right), std::max(left, right)});
}

std::vector<std::uint32_t> agglomeration::run(const allowed& may_join, const joined& on_join) {
    while (!queue_.empty()) {
        const candidate best = queue_.top();
        queue_.pop();
        const auto found = bonds_[best.left].find(best.right);
        if (found == bonds_[best.left].end() || mean(best.left, best.right) != best.mean) continue;
        if (!may_join(best.left, best.right)) continue;
        on_join(best.left, best.right, found->second.best);
        join(best.left, best.right);
    }
    for (auto& parent : parents_) parent = parents_[parent];
    return parents_;
}

double agglomeration::mean(std::uint32_t left, std::uint32_t right) const {
    const auto& between = bonds_[left].at(right);
    const double pairs = static_cast<double>(sizes_[left]) * sizes_[right];
    const double absent = std::min<double>(pairs - between.count, between.count);
    return (static_cast<double>(between.sum) / fixed_point + absent * absent_score) / (between.count + absent);
}

void agglomeration::unite(bond& into, const bond& other) {
    const auto order = [](const bond& each) {
        return std::tuple(each.count > 0, each.best.score, -static_cast<double>(each.best.left),
                          -static_cast<double>(each.best.right));
    };
    if (order(into) < order(other)) into.best = other.best;
    into.sum += other.sum;
    into.count += other.count;
}

void agglomeration::join(std::uint32_t left, std::uint32_t right) {
    parents_[right] = left;
    sizes_[left] += sizes_[right];
    bonds_[left].erase(right);
    for (const auto& [other, between] : std::exchange(bonds_[right], {})) {
        if (other == left) continue;
        unite(bonds_[left][other], between);
        bonds_[other].erase(right);
    }
    for (const auto& [other, between] : bonds_[left]) {
        bonds_[other][left] = between;
        propose(left, other);
    }
}

}  // namespace throughline::linking
