#include "exports/date_words.hpp"

#include <doctest/doctest.h>

namespace exports = throughline::exports;
using throughline::parse_day;

namespace {

std::string words(const char* first, const char* last) {
    return exports::date_words(parse_day(first), parse_day(last));
}

std::string iso(const char* first, const char* last) {
    exports::export_time time;
    time.first = parse_day(first);
    time.last = parse_day(last);
    return exports::iso_date(time);
}

}  // namespace

TEST_SUITE_BEGIN("exports");

TEST_CASE("whole months and years are told by their names") {
    CHECK(words("2018-03-01", "2018-03-31") == "March 2018");
    CHECK(words("2018-01-01", "2018-12-31") == "2018");
    CHECK(words("2018-10-01", "2018-12-31") == "October – December 2018");
    CHECK(words("2018-12-01", "2019-02-28") == "December 2018 – February 2019");
    CHECK(words("2010-01-01", "2019-12-31") == "2010 – 2019");
}

TEST_CASE("years before Christ are told by that era's numbers") {
    CHECK(words("-0145-01-01", "-0145-12-31") == "146 BC");
    CHECK(words("-0043-03-15", "-0043-03-15") == "15 March 44 BC");
    CHECK(iso("-0145-01-01", "-0145-12-31") == "-0145");
}

TEST_CASE("other intervals are told by their days") {
    CHECK(words("2018-03-11", "2018-03-17") == "11–17 March 2018");
    CHECK(words("2018-02-28", "2018-03-03") == "28 February – 3 March 2018");
    CHECK(words("2017-12-30", "2018-01-02") == "30 December 2017 – 2 January 2018");
}

TEST_CASE("an open side is said to be open") {
    CHECK(words("", "2018-03-18") == "by 18 March 2018");
    CHECK(words("2018-03-18", "") == "from 18 March 2018");
    CHECK(words("", "") == "undated");
}

TEST_CASE("a date that is not the text's own says where it comes from") {
    exports::export_time time;
    time.first = time.last = parse_day("2018-03-20");
    time.basis = "publication";
    CHECK(exports::date_words(time) == "20 March 2018 (the date of the report)");
    time.basis = "linked";
    CHECK(exports::date_words(time) == "20 March 2018 (from a linked event)");
    time.basis = "expression";
    CHECK(exports::date_words(time) == "20 March 2018");
}

TEST_CASE("ISO 8601 is given for a day, a month and a year only") {
    CHECK(iso("2018-03-20", "2018-03-20") == "2018-03-20");
    CHECK(iso("2018-02-01", "2018-02-28") == "2018-02");
    CHECK(iso("2018-01-01", "2018-12-31") == "2018");
    CHECK(iso("2018-01-01", "2018-03-31") == "");
    CHECK(iso("2018-03-02", "2018-03-31") == "");
    CHECK(iso("", "2018-03-31") == "");
}

TEST_SUITE_END();
