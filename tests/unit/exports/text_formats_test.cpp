// The writers of formats that are not JSON.
#include "exports/format.hpp"
#include "exports/writers.hpp"
#include "sample_export.hpp"

#include <doctest/doctest.h>

#include <set>

namespace exports = throughline::exports;
namespace test = throughline::test;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_SUITE_BEGIN("exports");

TEST_CASE("a calendar entry ends on the day after the last possible one") {
    const auto calendar = exports::write_ical(test::sample_story());

    CHECK(holds(calendar, "DTSTART;VALUE=DATE:20180401\r\nDTEND;VALUE=DATE:20180501\r\n"));
    CHECK(holds(calendar, "DTSTART;VALUE=DATE:20180320\r\nDTEND;VALUE=DATE:20180321\r\n"));
    CHECK(holds(calendar, "SUMMARY:Owners quarrel (denied) (by 18 March 2018)\r\n"));
    CHECK(holds(calendar, "LAST-MODIFIED:20261121T093000Z\r\n"));
}

TEST_CASE("an undated event is a calendar's journal note") {
    const auto calendar = exports::write_ical(test::sample_story());
    const auto note = calendar.substr(calendar.find("BEGIN:VJOURNAL"));

    CHECK(holds(note, "SUMMARY:A new lighthouse\r\n"));
    CHECK_FALSE(holds(note, "DTSTART"));
}

TEST_CASE("no line of a calendar is longer than 75 bytes, and none is folded inside a character") {
    auto story = test::sample_story();
    for (int i = 0; i < 60; ++i) story.events[0].title += "é🧨";

    const auto calendar = exports::write_ical(story);

    for (std::size_t begin = 0; begin < calendar.size();) {
        const auto end = calendar.find("\r\n", begin);
        REQUIRE(end != std::string::npos);
        CHECK(end - begin <= 75);
        const auto first = static_cast<unsigned char>(calendar[begin + (calendar[begin] == ' ' ? 1 : 0)]);
        CHECK((first & 0xc0) != 0x80);
        begin = end + 2;
    }
}

TEST_CASE("an Atom feed is dated by the service and holds the event's date in EDTF") {
    const auto feed = exports::write_atom(test::sample_story());

    CHECK(holds(feed, "<title>Pier &amp; harbour</title>"));
    CHECK(holds(feed, "<updated>2026-11-21T10:00:00.123456Z</updated>"));
    CHECK(holds(feed, "<dcterms:temporal>2018-04</dcterms:temporal>"));
    CHECK(holds(feed, "href=\"https://news.example/v1/stories/s_0000000000000001/timeline?format=x&amp;max=9\""));
    CHECK_FALSE(holds(feed, "<published>2018"));
    CHECK(feed.find("Works begin") < feed.find("Owners quarrel"));
}

TEST_CASE("a CSV row leaves the sides of a date empty that are open") {
    const auto table = exports::write_csv(test::sample_story());

    CHECK(holds(table, "\r\ne_0000000000000003,,2018-03-18,../2018-03-18,,expression,denied,\"vote\","));
    CHECK(holds(table, "\r\ne_0000000000000004,,,,,none,occurred,"));
    CHECK(holds(table, "\"Anna Keller (actor); Eastport (place)\""));
}

TEST_CASE("Markdown groups by the date in words and names what an event responds to") {
    const auto text = exports::write_markdown(test::sample_story());

    CHECK(holds(text, "\n## by 18 March 2018\n\n- **Owners quarrel (denied)** – vote, 1 source\n"));
    CHECK(holds(text, "2 sources of 1 origin: [Bay Herald](<https://bay.example/pier>), "));
    CHECK(holds(text, "  - responds to: Council votes to mend the pier\n"));
    CHECK(holds(text, "\n## Undated\n"));
}

TEST_CASE("formats have names, types and files of their own") {
    std::set<std::string_view> names, types, files;
    for (const auto& each : exports::formats()) {
        names.insert(each.name);
        types.insert(each.media_type);
        files.insert(each.extension);
        CHECK(exports::find_format(each.name) == &each);
    }
    CHECK(names.size() == 9);
    CHECK(types.size() == 9);
    CHECK(files.size() == 9);
    CHECK(exports::find_format("pdf") == nullptr);
}

TEST_CASE("a file is named after the story in plain letters") {
    auto story = test::sample_story();
    const auto& csv = *exports::find_format("csv");

    CHECK(exports::file_name(story, csv) == "pier-harbour.csv");
    story.title = "\"../..\\\r\nX: y\"";
    CHECK(exports::file_name(story, csv) == "x-y.csv");
    story.title = "שלום";
    CHECK(exports::file_name(story, csv) == "s_0000000000000001.csv");
    story.title = std::string(500, 'a');
    CHECK(exports::file_name(story, csv).size() == 64);
}

TEST_SUITE_END();
