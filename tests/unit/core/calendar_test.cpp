#include "core/calendar.hpp"

#include <doctest/doctest.h>

namespace tl = throughline;

TEST_CASE("a day reads back as it was written") {
    for (const auto* text : {"2018-03-20", "2016-02-29", "0001-01-01", "9999-12-31", "0000-02-29", "-0145-03-01"}) {
        const auto read = tl::parse_day(text);

        REQUIRE(read);
        CHECK(tl::to_string(*read) == text);
    }
}

TEST_CASE("what is no day of the calendar is refused") {
    for (const auto* text : {"", "2018-3-20", "2018-02-29", "2018-13-01", "2018-00-10", "-018-01-01", "-0000-01-01",
                             "-0145-13-01", "2018-01-011", "2018-01-01 ", "2018/01/01", "20180101", "2018-01-+1"})
        CHECK_FALSE(tl::parse_day(text));
}
