#include "timeline/diff.hpp"

#include <doctest/doctest.h>

using namespace throughline::timeline;

namespace {

event_snapshot call() {
    return {"call", "Lopez calls Ito", "2018-03-21", "publication", "occurred", {"Ana Lopez"}, {"a"}, 1, 1};
}

}  // namespace

TEST_SUITE("diff") {
    TEST_CASE("equal snapshots do not differ") { CHECK(diff(call(), call()).empty()); }

    TEST_CASE("a better founded date says what it rests on") {
        auto after = call();
        after.edtf = "2018-03-20";
        after.basis = "expression";

        const auto changes = diff(call(), after);

        REQUIRE(changes.size() == 1);
        CHECK(changes[0].field == "time");
        CHECK(changes[0].before == "2018-03-21");
        CHECK(changes[0].after == "2018-03-20");
        CHECK(changes[0].reason == "It rests on words of the text instead of the publication date.");
    }

    TEST_CASE("a further article is the reason for what it adds") {
        auto after = call();
        after.participants = {"Ana Lopez", "Ben Ito"};
        after.articles = {"a", "b"};
        after.source_count = 2;

        const auto changes = diff(call(), after);

        REQUIRE(changes.size() == 3);
        CHECK(changes[0].field == "participants");
        CHECK(changes[0].after == "Ana Lopez, Ben Ito");
        CHECK(changes[0].reason == "1 further article tells of it.");
        CHECK(changes[1].field == "sources");
        CHECK(changes[2].field == "source_count");
    }
}
