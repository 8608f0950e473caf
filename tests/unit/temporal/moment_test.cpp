#include "temporal/moment.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace throughline;
using namespace throughline::temporal;

namespace {

const day wednesday = *parse_day("2018-03-21");

}  // namespace

TEST_SUITE("temporal") {
    TEST_CASE("each unit around a day has its TIMEX3 value and its days") {
        struct row {
            grain unit;
            std::string_view value, first, last;
        };
        const std::vector<row> rows{{grain::day, "2018-03-21", "2018-03-21", "2018-03-21"},
                                    {grain::week, "2018-W12", "2018-03-18", "2018-03-24"},
                                    {grain::weekend, "2018-W12-WE", "2018-03-24", "2018-03-25"},
                                    {grain::month, "2018-03", "2018-03-01", "2018-03-31"},
                                    {grain::quarter, "2018-Q1", "2018-01-01", "2018-03-31"},
                                    {grain::season, "2018-SP", "2018-03-01", "2018-05-31"},
                                    {grain::half, "2018-H1", "2018-01-01", "2018-06-30"},
                                    {grain::year, "2018", "2018-01-01", "2018-12-31"},
                                    {grain::decade, "201", "2010-01-01", "2019-12-31"},
                                    {grain::century, "20", "2000-01-01", "2099-12-31"}};
        for (const auto& row : rows) {
            CAPTURE(row.value);
            const auto when = at(row.unit, wednesday);
            CHECK(timex_value(when) == row.value);
            CHECK(to_string(days_of(when).first) == row.first);
            CHECK(to_string(days_of(when).last) == row.last);
        }
    }

    TEST_CASE("units are counted over the ends of years") {
        CHECK(timex_value(shifted(at(grain::month, wednesday), -14)) == "2017-01");
        CHECK(timex_value(shifted(at(grain::week, wednesday), -12)) == "2017-W52");
        CHECK(timex_value(shifted(at(grain::season, wednesday), -1)) == "2017-WI");
        CHECK(timex_value(shifted(at(grain::quarter, wednesday), -1)) == "2017-Q4");
        CHECK(timex_value(shifted(at(grain::decade, wednesday), -3)) == "198");
    }

    TEST_CASE("decades and centuries before Christ keep that era's numbers") {
        const auto year_470 = make_day(1 - 470, 6, 1);

        CHECK(timex_value(at(grain::year, year_470)) == "BC0470");
        CHECK(timex_value(at(grain::decade, year_470)) == "BC047");
        CHECK(timex_value(at(grain::century, year_470)) == "BC04");
        CHECK(year_of(days_of(at(grain::decade, year_470)).first) == 1 - 479);
        CHECK(year_of(days_of(at(grain::decade, year_470)).last) == 1 - 470);
    }

    TEST_CASE("the thirds of a unit follow each other without a gap") {
        for (const auto unit : {grain::month, grain::quarter, grain::year, grain::decade, grain::century}) {
            const auto whole = at(unit, wednesday);
            const auto early = part_of(whole, modifier::start);
            const auto middle = part_of(whole, modifier::mid);
            const auto late = part_of(whole, modifier::end);
            CHECK(early.first == days_of(whole).first);
            CHECK(middle.first == early.last + std::chrono::days(1));
            CHECK(late.first == middle.last + std::chrono::days(1));
            CHECK(late.last == days_of(whole).last);
        }
    }

    TEST_CASE("what a coarse moment leaves open is written as X") {
        CHECK(masked_value(at(grain::month, wednesday), grain::day) == "2018-03-XX");
        CHECK(masked_value(at(grain::year, wednesday), grain::day) == "2018-XX-XX");
        CHECK(masked_value(at(grain::decade, wednesday), grain::month) == "201X-XX");
    }
}
