#include "temporal/edtf.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace throughline;
using namespace throughline::temporal;

namespace {

struct row {
    std::string_view first;  // "" is an open side
    std::string_view last;
    granularity unit;
    std::string_view edtf;
};

const std::vector<row> rows{
    {"2018-03-20", "2018-03-20", granularity::day, "2018-03-20"},
    {"2018-03-20", "2018-03-20", granularity::time, "2018-03-20"},
    {"2018-03-01", "2018-03-31", granularity::month, "2018-03"},
    {"2018-03-01", "2018-03-31", granularity::day, "2018-03-01/2018-03-31"},
    {"2018-01-01", "2018-12-31", granularity::year, "2018"},
    {"2018-01-01", "2018-03-31", granularity::quarter, "2018-33"},
    {"2018-10-01", "2018-12-31", granularity::quarter, "2018-36"},
    {"2018-06-01", "2018-08-31", granularity::season, "2018-22"},
    {"2018-12-01", "2019-02-28", granularity::season, "2018-24"},
    {"2010-01-01", "2019-12-31", granularity::decade, "201X"},
    {"1900-01-01", "1999-12-31", granularity::century, "19XX"},
    {"2018-03-11", "2018-03-17", granularity::week, "2018-03-11/2018-03-17"},
    {"2018-04-21", "2018-04-30", granularity::month, "2018-04-21/2018-04-30"},
    {"2018-03-01", "2018-05-31", granularity::month, "2018-03/2018-05"},
    {"2014-01-01", "2016-12-31", granularity::year, "2014/2016"},
    {"", "2018-03-18", granularity::day, "../2018-03-18"},
    {"", "2018-03-31", granularity::month, "../2018-03"},
    {"2014-01-01", "", granularity::year, "2014/.."},
    {"2014-05-01", "", granularity::year, "2014-05/.."},
    {"", "", granularity::day, ""},
    {"2018-03-18", "2018-03-17", granularity::day, ""},
};

std::optional<day> side(std::string_view text) { return text.empty() ? std::nullopt : parse_day(text); }

}  // namespace

TEST_SUITE("temporal") {
    TEST_CASE("an interval is written no more exactly than its unit") {
        for (const auto& row : rows) {
            CAPTURE(row.edtf);
            CHECK(to_edtf(side(row.first), side(row.last), row.unit) == row.edtf);
        }
    }

    TEST_CASE("what is written as EDTF reads back as the same days") {
        for (const auto& row : rows) {
            if (row.edtf.empty()) continue;
            CAPTURE(row.edtf);
            const auto read = parse_edtf(row.edtf);
            REQUIRE(read);
            CHECK(read->first == side(row.first));
            CHECK(read->last == side(row.last));
        }
    }

    TEST_CASE("years before our era have a sign") {
        const auto first = day(std::chrono::year(-43) / 3 / 15);
        CHECK(to_edtf(first, first, granularity::day) == "-0043-03-15");
        CHECK(parse_edtf("-0043-03-15")->first == first);
    }

    TEST_CASE("a time of day keeps its day") {
        const auto read = parse_edtf("2018-03-20T21:30");
        REQUIRE(read);
        CHECK(read->first == parse_day("2018-03-20"));
        CHECK(read->unit == granularity::time);
    }

    TEST_CASE("strings that are no EDTF are refused") {
        for (const auto* text :
             {"", "/", "../..", "2018-", "2018-13", "2018-02-30", "18-03-20", "2018-3-2", "20X8", "2XXX",
              "2018-03-20/2018-03-19", "2018-03-20T", "yesterday", "2018-37", "201X-03", "9999-24"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_edtf(text).has_value());
        }
        CHECK(parse_edtf("2018-03-20/").has_value());
    }
}
