#include "language/score_sums.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace throughline::language;

TEST_SUITE("score_sums") {
    TEST_CASE("of equal scores the first is the largest") {
        CHECK(first_largest(std::array<std::int32_t, 4>{-5, 7, 7, 3}) == 1);
        CHECK(first_largest(std::array<std::int32_t, 1>{-5}) == 0);
    }

    TEST_CASE("the logarithm of a sum of exponentials is the one of the library to six digits") {
        constexpr float unit = 0.0001F;
        for (const std::size_t count : {1, 3, 8, 43}) {
            std::vector<std::int32_t> scores;
            for (std::size_t i = 0; i < count; ++i)
                scores.push_back(static_cast<std::int32_t>(i * 7919 % 95000) - 40000);
            const auto most = *std::max_element(scores.begin(), scores.end());
            double sum = 0;
            for (const auto score : scores) sum += std::exp(static_cast<double>(score - most) * unit);
            CHECK(log_of_sum(scores, most, unit) == doctest::Approx(std::log(sum)).epsilon(1e-6));
        }
    }

    TEST_CASE("what is negligible beside the largest is left out") {
        const std::array<std::int32_t, 3> scores{0, -2000000000, -200000};
        CHECK(log_of_sum(scores, 0, 0.0001F) == 0);
    }
}
