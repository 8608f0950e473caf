#include "linking/agglomeration.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <tuple>
#include <vector>

using namespace throughline::linking;

namespace {

/// The pairs as bonds of items that stand for themselves.
std::vector<item_bond> bonds_of(const std::vector<scored_pair>& pairs) {
    std::vector<item_bond> bonds;
    for (const auto& pair : pairs)
        bonds.push_back({pair.left, pair.right, 1, fixed_point(pair.score), pair,
                         static_cast<std::uint64_t>(pair.left) << 32U | pair.right});
    return bonds;
}

using told_join = std::tuple<std::uint32_t, std::uint32_t, double, std::uint32_t, std::uint32_t>;

std::vector<std::uint32_t> groups(std::uint32_t count, const std::vector<scored_pair>& pairs,
                                  std::vector<told_join>* joins = nullptr) {
    const auto bonds = bonds_of(pairs);
    agglomeration growing(std::vector<std::uint32_t>(count, 1), bonds, 0);
    return growing.run([](auto, auto) { return true; },
                       [&](const group_join& join) {
                           if (joins)
                               joins->emplace_back(join.left, join.right, join.mean, join.best.left, join.best.right);
                       });
}

/// Pairs of few different scores, so that most are as good as others.
std::vector<scored_pair> random_pairs(std::uint32_t count, std::mt19937& random) {
    constexpr std::array scores{-1.0, 0.0, .5, 1.0};
    std::bernoulli_distribution compared(0.3);
    std::vector<scored_pair> pairs;
    for (std::uint32_t left = 0; left < count; ++left)
        for (std::uint32_t right = left + 1; right < count; ++right)
            if (compared(random)) pairs.push_back({left, right, scores[random() % scores.size()]});
    return pairs;
}

}  // namespace

TEST_SUITE("agglomeration") {
    TEST_CASE("what speaks for a join must outweigh what speaks against it") {
        CHECK(groups(3, {{0, 1, 2.0}, {1, 2, 1.0}, {0, 2, 1.0}}) == std::vector<std::uint32_t>{0, 0, 0});
        CHECK(groups(3, {{0, 1, 2.0}, {1, 2, 1.0}, {0, 2, -3.0}}) == std::vector<std::uint32_t>{0, 0, 2});
        CHECK(groups(2, {{0, 1, -0.1}}) == std::vector<std::uint32_t>{0, 1});
    }

    TEST_CASE("a join that is not allowed is not made, and the next best is") {
        const auto bonds = bonds_of({{0, 1, 2.0}, {1, 2, 1.5}});
        agglomeration growing({1, 1, 1}, bonds, 0);
        std::vector<double> joins;

        const auto found = growing.run([](auto left, auto right) { return left != 0 || right != 1; },
                                       [&](const group_join& join) { joins.push_back(join.best.score); });

        CHECK(found == std::vector<std::uint32_t>{0, 1, 1});
        CHECK(joins == std::vector<double>{1.5});
    }

    TEST_CASE("an item counts as many pairs as what it stands for") {
        // One pair in favour among four: as many absent ones as there are scored ones count against it.
        const std::vector<item_bond> bonds{{0, 1, 1, fixed_point(0.5), {0, 2, 0.5}, 2}};

        const auto alone = agglomeration({1, 1}, bonds, 0).run([](auto, auto) { return true; }, [](const auto&) {});
        const auto many = agglomeration({2, 2}, bonds, 0).run([](auto, auto) { return true; }, [](const auto&) {});

        CHECK(alone == std::vector<std::uint32_t>{0, 0});
        CHECK(many == std::vector<std::uint32_t>{0, 1});
    }

    TEST_CASE("the order of the pairs does not matter") {
        std::mt19937 random(3);
        for (int round = 0; round < 50; ++round) {
            auto pairs = random_pairs(30, random);
            std::vector<told_join> expected_joins;
            const auto expected = groups(30, pairs, &expected_joins);
            std::shuffle(pairs.begin(), pairs.end(), random);
            std::vector<told_join> joins;
            CHECK(groups(30, pairs, &joins) == expected);
            CHECK(joins == expected_joins);
        }
    }
}
