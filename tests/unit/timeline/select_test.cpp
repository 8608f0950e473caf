#include "timeline/select.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::timeline;

namespace {

selection_candidate on(const char* date, double salience) { return {salience, parse_day(date), parse_day(date)}; }

const std::vector<selection_candidate> month{on("2018-03-01", 0.5),  on("2018-03-10", 0.8), on("2018-03-10", 0.79),
                                             on("2018-03-10", 0.78), on("2018-03-25", 0.6), {0.3, {}, {}}};

}  // namespace

TEST_SUITE("select") {
    TEST_CASE("the best events come first but not all from one day") {
        CHECK(select_best(month, 1) == std::vector<std::uint32_t>{1});
        CHECK(select_best(month, 3) == std::vector<std::uint32_t>{1, 2, 4});
    }

    TEST_CASE("a longer choice holds the shorter one") {
        for (std::size_t count = 1; count < month.size(); ++count) {
            const auto fewer = select_best(month, count);
            const auto more = select_best(month, count + 1);
            CHECK(fewer.size() == count);
            CHECK(std::includes(more.begin(), more.end(), fewer.begin(), fewer.end()));
        }
    }

    TEST_CASE("asking for more than there is gives all") { CHECK(select_best(month, 100).size() == month.size()); }
}
