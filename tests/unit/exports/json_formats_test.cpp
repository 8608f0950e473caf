// The writers of JSON formats: what they promise beyond being JSON.
#include "exports/writers.hpp"
#include "sample_export.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

namespace exports = throughline::exports;
namespace json = boost::json;
namespace test = throughline::test;

namespace {

json::value written(std::string (*write)(const exports::story_export&)) {
    return json::parse(write(test::sample_story()));
}

}  // namespace

TEST_SUITE_BEGIN("exports");

TEST_CASE("a TimelineJS slide spans the days an event can lie in and says its date in words") {
    const auto whole = written(exports::write_timelinejs);
    const auto& slides = whole.at("events").as_array();
    REQUIRE(slides.size() == 3);

    const auto& month = slides[2].as_object();
    CHECK(month.at("display_date") == "April 2018");
    CHECK(month.at("start_date") == json::parse(R"({"year":2018,"month":4,"day":1})"));
    CHECK(month.at("end_date") == json::parse(R"({"year":2018,"month":4,"day":30})"));
    CHECK(month.at("text").at("headline") == "Works begin (planned)");

    const auto& open = slides[0].as_object();
    CHECK(open.at("display_date") == "by 18 March 2018");
    CHECK(open.at("start_date").at("day") == 18);
    CHECK_FALSE(open.contains("end_date"));
    CHECK_FALSE(slides[1].as_object().contains("end_date"));
}

TEST_CASE("undated events stand on TimelineJS's title slide") {
    const auto whole = written(exports::write_timelinejs);

    CHECK(whole.at("title").at("text").at("headline") == "Pier &amp; harbour");
    CHECK(std::string(whole.at("title").at("text").at("text").as_string()).find("<li>A new lighthouse</li>") !=
          std::string::npos);
}

TEST_CASE("a JSON Feed is dated by the service and told newest change first") {
    const auto feed = written(exports::write_jsonfeed);
    const auto& first = feed.at("items").at(0);

    CHECK(feed.at("version") == "https://jsonfeed.org/version/1.1");
    CHECK(feed.at("items").as_array().size() == 4);
    CHECK(first.at("id") == "urn:throughline:event:e_0000000000000002");
    CHECK(first.at("date_published") == "2026-11-20T08:00:00.000000Z");
    CHECK(first.at("date_modified") == "2026-11-21T10:00:00.000000Z");
    CHECK(first.at("_throughline").at("edtf") == "2018-04");
    CHECK(feed.at("items").at(1).at("_throughline").at("start").is_null());
}

TEST_CASE("JSON-LD gives a startDate only where ISO 8601 is as exact as what is known") {
    const auto whole = written(exports::write_jsonld);
    const auto& list = whole.at("itemListElement").as_array();
    REQUIRE(list.size() == 4);
    const auto& quarrel = list[0].at("item").as_object();
    const auto& vote = list[1].at("item").as_object();
    const auto& works = list[2].at("item").as_object();

    CHECK(vote.at("startDate") == "2018-03-20");
    CHECK(works.at("startDate") == "2018-04");
    CHECK_FALSE(quarrel.contains("startDate"));
    CHECK(quarrel.at("edtf") == "../2018-03-18");
    CHECK(whole.at("temporalCoverage") == "../2018-04-30");
}

TEST_CASE("JSON-LD does not assert what is denied") {
    const auto whole = written(exports::write_jsonld);
    const auto& list = whole.at("itemListElement").as_array();

    CHECK_FALSE(list[0].at("item").as_object().contains("eventStatus"));
    CHECK(list[0].at("item").at("status") == "denied");
    CHECK(list[1].at("item").at("eventStatus") == "https://schema.org/EventScheduled");
    CHECK(list[1].at("item").at("location").at(0).at("name") == "Eastport");
    CHECK(list[2].at("item").at("responds_to").at(0).at("@id") == "urn:throughline:event:e_0000000000000001");
}

TEST_CASE("ninjs keeps a month a month and bounds what has no name") {
    const auto whole = written(exports::write_ninjs);
    const auto& events = whole.at("associations").as_array();
    REQUIRE(events.size() == 4);

    CHECK(events[2].at("eventDetails").at("dates") == json::parse(R"({"expectedStartDate":"2018-04"})"));
    CHECK(events[0].at("eventDetails").at("dates") == json::parse(R"({"expectedEndDate":"2018-03-18"})"));
    CHECK_FALSE(events[3].as_object().contains("eventDetails"));
}

TEST_CASE("an annotation points into the article, with the stored text in which its positions count") {
    const auto whole = written(exports::write_annotations);
    const auto& items = whole.at("first").at("items").as_array();
    REQUIRE(items.size() == 2);
    CHECK(whole.at("total") == 2);

    const auto& target = items[0].at("target");
    CHECK(target.at("source") == "https://bay.example/pier");
    CHECK(target.at("state").at("cached") == "https://news.example/v1/articles/a_0000000000000001?version=1");
    CHECK(target.at("selector").at(0).at("exact") == "The council voted on Tuesday.");
    CHECK(target.at("selector").at(1) == json::parse(R"({"type":"TextPositionSelector","start":10,"end":39})"));
    CHECK(items[1].at("target").at("source") == "https://news.example/v1/articles/a_0000000000000002?version=3");
}

TEST_CASE("a story without evidence is an empty annotation collection") {
    exports::story_export story;
    story.self = "https://news.example/x";

    const auto whole = json::parse(exports::write_annotations(story));

    CHECK(whole.at("total") == 0);
    CHECK_FALSE(whole.as_object().contains("first"));
}

TEST_SUITE_END();
