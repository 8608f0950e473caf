#include "timeline/event_time_merge.hpp"
#include "support/story_records.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace throughline;
using namespace throughline::timeline;

namespace {

void date(record_mention& mention, const char* first, const char* last, time_basis basis) {
    mention.time.first = parse_day(first);
    mention.time.last = parse_day(last);
    mention.time.basis = basis;
}

}  // namespace

TEST_SUITE("the date of an event") {
    TEST_CASE("a later article's own date gives way to an earlier one that tells the event as past") {
        std::vector<article_record> articles{test::article("a", "2018-03-17"), test::article("b", "2018-03-24")};
        date(test::add_mention(articles[0], "report", "report", "", {}), "", "2018-03-17", time_basis::none);
        date(test::add_mention(articles[1], "report", "report", "", {}), "2018-03-23", "2018-03-24",
             time_basis::publication);
        const std::vector<linking::mention_ref> mentions{{0, 0}, {1, 0}};

        const auto merged = merge_times(articles, mentions);

        CHECK_FALSE(merged.time.first);
        CHECK(merged.time.last == parse_day("2018-03-17"));
    }

    TEST_CASE("what one article announces and another tells lies between the two") {
        std::vector<article_record> articles{test::article("a", "2018-03-17"), test::article("b", "2018-03-18")};
        auto& announced = test::add_mention(articles[0], "travel", "travel", "", {});
        date(announced, "2018-03-17", "", time_basis::publication);
        announced.status = event_status::planned;
        date(test::add_mention(articles[1], "travel", "travel", "", {}), "", "2018-03-18", time_basis::none);
        const std::vector<linking::mention_ref> mentions{{0, 0}, {1, 0}};

        const auto merged = merge_times(articles, mentions);

        CHECK(merged.time.edtf == "2018-03-17/2018-03-18");
    }
}
