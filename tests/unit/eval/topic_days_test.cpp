#include "eval/topic_days.hpp"
#include "language/tag.hpp"
#include "temporal/temporal.hpp"
#include "text/tokenize.hpp"

#include <doctest/doctest.h>

using namespace throughline;

namespace {

document read(const char* published, const char* text) {
    document doc;
    doc.text = text;
    doc.published = *parse_day(published);
    text::tokenize(doc);
    language::tag(doc);
    temporal::tag(doc);
    return doc;
}

}  // namespace

TEST_CASE("a day that articles recall a month later outweighs one named twice at once") {
    eval::topic_days topic;
    topic.add(read("2012-03-02", "The dam broke on March 1, 2012."));
    topic.add(read("2012-03-06", "The mayor spoke on March 5, 2012."));
    topic.add(read("2012-03-06", "People met on March 5, 2012."));
    topic.add(read("2012-05-01", "The dam broke on March 1, 2012."));

    const auto days = topic.best(1, *parse_day("2012-01-01"), *parse_day("2012-12-31"));

    REQUIRE(days.size() == 1);
    CHECK(days[0].when == *parse_day("2012-03-01"));
    CHECK(days[0].sentence == "The dam broke on March 1, 2012.");
}

TEST_CASE("days outside the frame, days to come and all but the best are left out") {
    eval::topic_days topic;
    topic.add(read("2012-03-06", "They met on March 5, 2012 and on January 9, 2010. They will vote on April 2, 2012."));

    const auto days = topic.best(9, *parse_day("2012-01-01"), *parse_day("2012-12-31"));

    REQUIRE(days.size() == 1);
    CHECK(days[0].when == *parse_day("2012-03-05"));
}
