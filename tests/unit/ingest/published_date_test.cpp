#include "ingest/published_date.hpp"

#include <doctest/doctest.h>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

std::string read(std::string_view text) {
    const auto reading = tl::read_date(text);
    switch (reading.fault) {
        case tl::date_fault::none: return to_string(*reading.value);
        case tl::date_fault::not_a_date: return "no date";
        case tl::date_fault::impossible: return "impossible";
        case tl::date_fault::unknown_zone: return "unknown zone";
    }
    return "";
}

}  // namespace

TEST_CASE("dates are read as machines write them") {
    CHECK(read("2018-03-21") == "2018-03-21");
    CHECK(read("2018-03-21T14:05:00Z") == "2018-03-21T14:05:00Z");
    CHECK(read("2018-03-21T14:05:00+02:00") == "2018-03-21T12:05:00Z");
    CHECK(read("2018-03-21T14:05:00.250-0400") == "2018-03-21T18:05:00.250000Z");
    CHECK(read("2018-03-21t14:05z") == "2018-03-21T14:05:00Z");
    CHECK(read("2016-12-31T23:59:60Z") == "2017-01-01T00:00:00Z");
    CHECK(read("20180321") == "2018-03-21");
    CHECK(read("2018-03-21 14:05:00") == "2018-03-21");
}

TEST_CASE("dates are read as pages print them") {
    for (const auto* printed :
         {"March 21, 2018", "21 March 2018", "21st March, 2018", "Mar. 21, 2018", "Wed, 21 Mar 2018",
          "Wednesday 21 March 2018", "Published: March 21, 2018", "Posted on 21 Mar 2018", "03/21/2018", "21/03/2018",
          "2018/03/21", "MARCH 21 2018", "March 21, 2018 at 2:05 p.m."}) {
        CAPTURE(printed);
        CHECK(read(printed) == "2018-03-21");
    }
    CHECK(read("21 Mar 2018 14:05 GMT") == "2018-03-21T14:05:00Z");
    CHECK(read("Wed, 21 Mar 2018 14:05:09 +0100") == "2018-03-21T13:05:09Z");
    CHECK(read("March 21, 2018 2:05 PM EDT") == "2018-03-21T18:05:00Z");
    CHECK(read("March 21, 2018, 9 a.m. ET") == "2018-03-21T13:00:00Z");
    CHECK(read("12:30 am BST, 1 August 2018") == "2018-07-31T23:30:00Z");
}

TEST_CASE("the day of an article is the day of its own zone") {
    const auto late = tl::read_date("2018-03-20T23:30:00-04:00");

    REQUIRE(late.value);
    CHECK(throughline::to_string(late.value->local) == "2018-03-20");
    CHECK(to_string(*late.value) == "2018-03-21T03:30:00Z");
}

TEST_CASE("a zone with summer time follows the calendar") {
    CHECK(read("March 10, 2018 12:00 PM ET") == "2018-03-10T17:00:00Z");
    CHECK(read("March 12, 2018 12:00 PM ET") == "2018-03-12T16:00:00Z");
    CHECK(read("2018-03-24T12:00 Europe/Paris") == "2018-03-24T11:00:00Z");
    CHECK(read("2018-03-26T12:00 Europe/Paris") == "2018-03-26T10:00:00Z");
}

TEST_CASE("what is no date, no day or no zone is told apart") {
    for (const auto* none :
         {"", "yesterday", "2018", "March 2018", "03/04/2018", "2018-03", "soon 2018-03-21", "2018-03-21 x",
          "21 March 2018 22 March 2018", "2018-03-21T14:05:00+01:0", "-2018-03-21"}) {
        CAPTURE(none);
        CHECK(read(none) == "no date");
    }
    for (const auto* never : {"2018-02-30", "February 30, 2018", "2018-13-01", "2018-00-10", "2018-03-21T25:00:00Z",
                              "2018-03-21T10:61:00Z", "2018-03-21T10:00:00+25:00", "13:00 pm 21 March 2018"}) {
        CAPTURE(never);
        CHECK(read(never) == "impossible");
    }
    CHECK(read("2018-03-21T14:05:00 QQT") == "unknown zone");
    CHECK(read("2018-03-21T14:05:00 Mars/Olympus") == "unknown zone");
}

TEST_CASE("an unknown zone on a page costs the hour alone") {
    const auto page = tl::read_page_date("March 21, 2018 14:05 QQT");

    REQUIRE(page);
    CHECK(throughline::to_string(page->local) == "2018-03-21");
    CHECK_FALSE(page->exact);
}

TEST_SUITE_END();
