#include "linking/agglomeration.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace throughline::linking;

namespace {

std::vector<std::uint32_t> groups(std::uint32_t count, const std::vector<scored_pair>& pairs) {
    agglomeration growing(count, pairs, 0);
    return growing.run([](auto, auto) { return true; }, [](const auto&) {});
}

std::vector<scored_pair> random_pairs(std::uint32_t count, std::mt19937& random) {
    std::uniform_real_distribution<double> score(-3, 2);
    std::bernoulli_distribution compared(0.3);
    std::vector<scored_pair> pairs;
    for (std::uint32_t left = 0; left < count; ++left)
        for (std::uint32_t right = left + 1; right < count; ++right)
            if (compared(random)) pairs.push_back({left, right, score(random)});
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
        const std::vector<scored_pair> pairs{{0, 1, 2.0}, {1, 2, 1.5}};
        agglomeration growing(3, pairs, 0);
        std::vector<double> joins;

        const auto found = growing.run([](auto left, auto right) { return left != 0 || right != 1; },
                                       [&](const group_join& join) { joins.push_back(join.best.score); });

        CHECK(found == std::vector<std::uint32_t>{0, 1, 1});
        CHECK(joins == std::vector<double>{1.5});
    }

    TEST_CASE("the order of the pairs does not matter") {
        std::mt19937 random(3);
        for (int round = 0; round < 50; ++round) {
            auto pairs = random_pairs(30, random);
            const auto expected = groups(30, pairs);
            std::shuffle(pairs.begin(), pairs.end(), random);
            CHECK(groups(30, pairs) == expected);
        }
    }
}
