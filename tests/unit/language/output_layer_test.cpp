#include "language/output_layer.hpp"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>
#include <vector>

using namespace throughline::language;

namespace {

std::int16_t weight(std::size_t output, std::size_t unit) {
    return static_cast<std::int16_t>(static_cast<int>((output * 577 + unit * 131) % 8191) - 4095);
}
std::int16_t value(std::size_t unit) { return static_cast<std::int16_t>(unit % 7 < 4 ? 0 : unit * 211 % 5800); }
std::int32_t bias(std::size_t output) { return 1000 - static_cast<std::int32_t>(output) * 17; }

}  // namespace

TEST_SUITE("output_layer") {
    TEST_CASE("every score is the bias and the weighted sum of the hidden layer") {
        constexpr std::size_t units = 64;
        std::array<std::int16_t, units> values{};
        hidden_units hidden{values.data(), 0};
        for (std::size_t unit = 0; unit < units; ++unit) {
            values[unit] = value(unit);
            if (values[unit] > 0) hidden.active |= std::uint64_t{1} << unit / 2;
        }
        for (const std::size_t outputs : {1, 3, 8, 9, 31, 65, 144}) {
            std::vector<std::int16_t> weights;
            std::vector<std::int32_t> biases, expected;
            for (std::size_t output = 0; output < outputs; ++output) {
                biases.push_back(bias(output));
                expected.push_back(bias(output));
                for (std::size_t unit = 0; unit < units; ++unit) {
                    weights.push_back(weight(output, unit));
                    expected.back() += std::int32_t{value(unit)} * weight(output, unit);
                }
            }
            const output_layer layer(weights, biases);
            for (std::size_t first = 0; first < outputs; first = 2 * first + 1) {
                std::vector<std::int32_t> scores(outputs - first);
                layer.score(hidden, first, scores);
                CHECK(scores == std::vector(expected.begin() + static_cast<std::ptrdiff_t>(first), expected.end()));
                scores.resize(1);
                layer.score(hidden, first, scores);
                CHECK(scores.front() == expected[first]);
            }
        }
    }

    TEST_CASE("sizes that do not agree are refused") {
        const std::vector<std::int16_t> weights(130);
        CHECK_THROWS_AS(output_layer(weights, std::vector<std::int32_t>(3)), std::runtime_error);
        CHECK_THROWS_AS(output_layer(weights, {}), std::runtime_error);
        CHECK_THROWS_AS(output_layer(std::vector<std::int16_t>(290), std::vector<std::int32_t>(145)),
                        std::runtime_error);
    }
}
