#include "jobs/field_changes.hpp"

#include <doctest/doctest.h>

using throughline::jobs::field_changes;

TEST_CASE("a field that changed is told with its value before and after") {
    CHECK(field_changes(R"({"id":"e","title":"A call","time":{"edtf":"2018-03"},"links":[]})",
                        R"({"id":"e","title":"A call","time":{"edtf":"2018-03-20"},"links":[]})", {"a"},
                        {"a"}) == R"([{"name":"time","before":{"edtf":"2018-03"},"after":{"edtf":"2018-03-20"}}])");
}

TEST_CASE("an article more is a change of the sources, whatever else stays") {
    CHECK(field_changes(R"({"title":"A call"})", R"({"title":"A call"})", {"a"}, {"a", "b"}) ==
          R"([{"name":"sources","before":["a"],"after":["a","b"]}])");
}

TEST_CASE("the rank of an event is no change of it") {
    CHECK(
        field_changes(R"({"title":"A call","salience":0.400})", R"({"title":"A call","salience":0.500})", {"a"}, {"a"})
            .empty());
    CHECK(field_changes("{}", "{}", {"a"}, {"a"}).empty());
}
