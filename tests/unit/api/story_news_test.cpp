#include "api/story_news.hpp"

#include "api/change_json.hpp"

#include <doctest/doctest.h>

namespace api = throughline::api;
namespace storage = throughline::storage;

namespace {

storage::revision_changes revision(std::int64_t number) {
    storage::event_change change;
    change.kind = "changed";
    change.event_id = "e_1";
    change.title = "A \"call\"";
    change.fields = R"([{"name":"title","before":"A","after":"B"}])";
    change.reason = "1 further article tells of it.";
    change.article_id = "a_1";
    change.headline = "Leaders\nspeak";
    return {number, "2026-01-02T03:04:05.000000Z", {change}};
}

}  // namespace

TEST_SUITE_BEGIN("api/stream");

TEST_CASE("a change is told with its fields, reason and article") {
    CHECK(api::changes_json(revision(7)) ==
          R"({"revision":7,"published_at":"2026-01-02T03:04:05.000000Z","kind":"changed","event_id":"e_1",)"
          R"("title":"A \"call\"","reason":"1 further article tells of it.",)"
          R"("article":{"id":"a_1","headline":"Leaders\nspeak"},)"
          R"("fields":[{"name":"title","before":"A","after":"B"}]})");
}

TEST_CASE("a listener is told each revision that it does not know, as an event of one line of data") {
    api::story_news news;
    news.newest = 8;
    news.revisions = {revision(7), {8, "2026-01-02T03:04:06.000000Z", {}}};

    const auto both = api::news_events("s_1", news, 6);
    const auto last = api::news_events("s_1", news, 7);

    CHECK(both.starts_with("event: change\nid: 7\ndata: {\"story_id\":\"s_1\",\"revision\":7,\"changes\":[{"));
    CHECK(both.ends_with(last));
    CHECK(last == "event: change\nid: 8\ndata: {\"story_id\":\"s_1\",\"revision\":8,\"changes\":[]}\n\n");
    CHECK(api::news_events("s_1", news, 8).empty());
}

TEST_CASE("what cannot be told change by change is told as such") {
    api::story_news news;
    news.newest = 9;
    news.incomplete = true;
    CHECK(api::news_events("s_1", news, 2) == "event: reset\nid: 9\ndata: {\"story_id\":\"s_1\",\"revision\":9}\n\n");

    api::story_news merged;
    merged.successor = "s_2";
    CHECK(api::news_events("s_1", merged, 2) ==
          "event: moved\ndata: {\"story_id\":\"s_1\",\"replaced_by\":\"s_2\"}\n\n");
    CHECK(api::gone_event("s_1") == "event: gone\ndata: {\"story_id\":\"s_1\"}\n\n");
    CHECK(api::opening(4) == "retry: 2000\nid: 4\n\n");
}

TEST_SUITE_END();
