#include "jobs/positions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using throughline::jobs::spread_positions;
using positions = std::vector<std::optional<std::int64_t>>;

TEST_CASE("elements in unchanged order keep their positions") {
    CHECK(spread_positions({10, 20, 30}) == std::vector<std::int64_t>{10, 20, 30});
    CHECK(spread_positions({}).empty());
}

TEST_CASE("a new element goes into the gap and moves nobody") {
    const auto spread = spread_positions({10, std::nullopt, 20});

    CHECK(spread[0] == 10);
    CHECK(spread[1] > 10);
    CHECK(spread[1] < 20);
    CHECK(spread[2] == 20);
}

TEST_CASE("an element that changed its place moves alone") {
    const auto spread = spread_positions({100, 400, 200, 300});

    CHECK(spread[0] == 100);
    CHECK(spread[2] == 200);
    CHECK(spread[3] == 300);
    CHECK(spread[1] > 100);
    CHECK(spread[1] < 200);
}

TEST_CASE("a full gap spreads the whole list anew") {
    const auto spread = spread_positions({10, std::nullopt, 11});

    CHECK(std::is_sorted(spread.begin(), spread.end()));
    CHECK(spread[1] - spread[0] > 1000);
}

TEST_CASE("positions always ascend strictly from one") {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        positions before(random() % 12);
        std::int64_t next = 0;
        for (auto& each : before)
            if (random() % 3 != 0) each = next += 1 + static_cast<std::int64_t>(random() % 4);
        std::shuffle(before.begin(), before.end(), random);

        const auto spread = spread_positions(before);

        CHECK(std::adjacent_find(spread.begin(), spread.end(), std::greater_equal<>()) == spread.end());
        CHECK((spread.empty() || spread.front() >= 1));
    }
}
