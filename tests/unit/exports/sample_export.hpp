// A small story for the writers' tests: a known day, a month, an open side, no date at all.
#pragma once

#include "exports/story_export.hpp"

#include <string>

namespace throughline::test {

inline exports::export_event sample_event(std::string id, std::string title, const char* first, const char* last,
                                          std::string edtf) {
    exports::export_event event;
    event.id = std::move(id);
    event.type = "vote";
    event.title = std::move(title);
    event.time.first = parse_day(first);
    event.time.last = parse_day(last);
    event.time.edtf = std::move(edtf);
    event.time.basis = event.time.edtf.empty() ? "none" : "expression";
    event.status = "occurred";
    event.source_count = 1;
    event.origin_count = 1;
    event.salience = 0.5;
    event.added_at = "2026-11-20T08:00:00.000000Z";
    event.changed_at = "2026-11-21T09:30:00.000000Z";
    return event;
}

/// Four events: the vote on a day, works in a month that respond to it, a quarrel with an open begin, a plan undated.
inline exports::story_export sample_story() {
    exports::story_export story;
    story.id = "s_0000000000000001";
    story.title = "Pier & harbour";
    story.revision = 7;
    story.article_count = 2;
    story.publisher_count = 2;
    story.updated_at = "2026-11-21T10:00:00.123456Z";
    story.base = "https://news.example";
    story.self = "https://news.example/v1/stories/s_0000000000000001/timeline?format=x&max=9";
    story.articles.push_back(
        {"a_0000000000000001", 1, "https://bay.example/pier", "Council votes", "Bay Herald", "2018-03-21"});
    story.articles.push_back({"a_0000000000000002", 3, "", "Pier to be mended", "", "2018-03-22T07:00:00Z"});

    auto vote =
        sample_event("e_0000000000000001", "Council votes to mend the pier", "2018-03-20", "2018-03-20", "2018-03-20");
    vote.source_count = 2;
    vote.participants = {{"Anna Keller", {"Keller"}, "actor"}, {"Eastport", {}, "place"}};
    vote.mentions.push_back({0, "The council voted on Tuesday.", "before ", " after", {10, 39}, ""});
    vote.mentions.push_back({1, "It voted.", "", "", {0, 9}, "Anna Keller"});
    auto works = sample_event("e_0000000000000002", "Works begin", "2018-04-01", "2018-04-30", "2018-04");
    works.status = "planned";
    works.links.push_back({"responds_to", "e_0000000000000001"});
    works.changed_at = "2026-11-21T10:00:00.000000Z";
    auto quarrel = sample_event("e_0000000000000003", "Owners quarrel", "", "2018-03-18", "../2018-03-18");
    quarrel.status = "denied";
    auto plan = sample_event("e_0000000000000004", "A new lighthouse", "", "", "");
    story.events = {quarrel, vote, works, plan};
    return story;
}

/// What nobody should have to expect in a title.
inline const char* const hostile_titles[] = {"=cmd|' /C calc'!A0",
                                             "+1+2",
                                             "-2+3",
                                             "@SUM(A1)",
                                             "\t=1",
                                             "＝1+1",
                                             "\"quoted\", and 'so'",
                                             "two\r\nlines\nhere",
                                             "bell\a null\x01 esc\x1b[31m del\x7f",
                                             "c1 \xc2\x9b"
                                             "31m",
                                             "\xef\xbf\xbe nonchar",
                                             "\xe2\x80\xae"
                                             "right to left",
                                             "שלום עולם",
                                             "🧨👩‍👩‍👧 emoji",
                                             "<script>alert(1)</script>",
                                             "]]> & &amp; <!-- -->",
                                             "# heading",
                                             "- list *star* _under_ `code`",
                                             "1. one",
                                             "[a](javascript:alert(1))",
                                             "back\\slash; semi, comma: colon",
                                             "END:VEVENT",
                                             "tail space ",
                                             "",
                                             "    ",
                                             "{\"json\": [1]}",
                                             "%0d%0aSet-Cookie: a",
                                             "a|b~c~~d~~$e$"};

}  // namespace throughline::test
