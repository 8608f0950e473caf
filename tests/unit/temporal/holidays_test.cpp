#include "temporal/holidays.hpp"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::temporal;

TEST_SUITE("temporal") {
    TEST_CASE("Easter Sunday falls where the almanac has it") {
        CHECK(to_string(easter_sunday(1961)) == "1961-04-02");
        CHECK(to_string(easter_sunday(2000)) == "2000-04-23");
        CHECK(to_string(easter_sunday(2018)) == "2018-04-01");
        CHECK(to_string(easter_sunday(2019)) == "2019-04-21");
        CHECK(to_string(easter_sunday(2038)) == "2038-04-25");
    }

    TEST_CASE("holiday rules date fixed days, nth and last weekdays and days from Easter") {
        const auto on = [](std::string_view rule, int year) {
            return to_string(holiday_in(*parse_holiday_rule(rule), year));
        };

        CHECK(on("12-25", 2010) == "2010-12-25");
        CHECK(on("11-4-4", 2017) == "2017-11-23");
        CHECK(on("05-1--1", 2018) == "2018-05-28");
        CHECK(on("11-1-1+1", 2016) == "2016-11-08");
        CHECK(on("EASTER-2", 2018) == "2018-03-30");
        CHECK(on("EASTER+0", 2018) == "2018-04-01");
    }

    TEST_CASE("malformed holiday rules are refused") {
        for (const auto* rule :
             {"", "13-01", "12-32", "12", "12-25-", "11-8-4", "11-4-0", "11-4-5", "EASTER", "EASTER+x"}) {
            CAPTURE(rule);
            CHECK_FALSE(parse_holiday_rule(rule).has_value());
        }
    }
}
