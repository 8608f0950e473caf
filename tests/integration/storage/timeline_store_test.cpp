#include "storage/timeline_store.hpp"

#include "storage/event_history.hpp"
#include "support/database_helpers.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <boost/json/parse.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <utility>

namespace tl = throughline;
namespace storage = throughline::storage;
using tl::test::read;
using tl::test::value;

namespace {

/// One story of three articles and its id.
struct ferry_story {
    ferry_story() : connection(database.options()) {
        for (const auto& article : tl::test::two_stories()) tl::test::plant(connection, article);
        tl::test::work_off(database.options());
        id = value(connection, "SELECT story_id FROM articles WHERE key = 'https://one.example/1'");
    }

    storage::timeline_page timeline(const storage::timeline_query& query) {
        return read(connection, [&](storage::transaction& tx) { return storage::read_timeline(tx, query); });
    }
    storage::timeline_query all() const {
        storage::timeline_query query;
        query.story_id = id;
        return query;
    }

    tl::test::temp_database database;
    storage::session connection;
    std::string id;
};

std::vector<std::string> titles(const storage::timeline_page& page) {
    std::vector<std::string> list;
    const auto events = boost::json::parse(page.events);
    for (const auto& event : events.as_array()) list.emplace_back(event.at("title").as_string());
    return list;
}

/// Does something before the first run of a statement, as another process may.
class interrupted final : public storage::transaction {
public:
    interrupted(storage::transaction& inner, std::string_view statement, std::function<void()> interruption)
        : inner_(inner), statement_(statement), interruption_(std::move(interruption)) {}

    pqxx::result exec(const storage::query& statement, const storage::params& values) override {
        if (statement.name == statement_ && interruption_) std::exchange(interruption_, nullptr)();
        return inner_.exec(statement, values);
    }
    pqxx::result exec_script(const std::string& sql) override { return inner_.exec_script(sql); }

private:
    storage::transaction& inner_;
    std::string_view statement_;
    std::function<void()> interruption_;
};

}  // namespace

TEST_SUITE_BEGIN("storage/timeline_store");

TEST_CASE("pages put together are the whole timeline") {
    ferry_story story;
    const auto whole = titles(story.timeline(story.all()));
    REQUIRE(whole.size() >= 4);

    auto query = story.all();
    query.limit = 1;
    std::vector<std::string> pieced;
    for (bool more = true; more;) {
        const auto page = story.timeline(query);
        REQUIRE(page.count == 1);
        pieced.push_back(titles(page).front());
        query.after = page.next;
        more = page.next.has_value();
    }

    CHECK(pieced == whole);
}

TEST_CASE("filters choose by day, type, participant and sources") {
    ferry_story story;
    const auto chosen = [&](auto change) {
        auto query = story.all();
        change(query);
        return titles(story.timeline(query));
    };

    CHECK(chosen([](auto& q) { q.type = "sank"; }) == std::vector<std::string>{"Marlow sank in port"});
    CHECK(chosen([](auto& q) { q.participant = "CAPTAIN"; }) == std::vector<std::string>{"Captain resigned in port"});
    CHECK(chosen([](auto& q) { q.min_sources = 2; }).size() == 2);
    CHECK(chosen([](auto& q) {
              q.from = tl::parse_day("2018-03-22");
              q.to = tl::parse_day("2018-03-22");
          }) == std::vector<std::string>{"Owners sued in port"});
    CHECK(chosen([](auto& q) { q.type = "nothing"; }).empty());
    CHECK(chosen([](auto& q) { q.max = 2; }).size() == 2);
    CHECK(chosen([](auto& q) {
              q.max = 2;
              q.type = "sued";
          }) == std::vector<std::string>{"Owners sued in port"});
}

TEST_CASE("a short chronology is of one revision, also when another is published while it is read") {
    ferry_story story;
    auto query = story.all();
    query.max = 100;
    const auto before = story.timeline(query);

    const auto page = read(story.connection, [&](storage::transaction& tx) {
        interrupted reading(tx, "read_timeline_chosen", [&] {
            storage::session other(story.database.options());
            auto article = tl::test::two_stories().front();
            article.url = "https://six.example/1";
            article.publisher = "Six";
            article.events = {{"raised", "Divers", "2018-03-20"}};
            tl::test::plant(other, article);
            tl::test::work_off(story.database.options());
        });
        return storage::read_timeline(reading, query);
    });

    CHECK(page.head.revision > before.head.revision);
    CHECK(page.count == before.count + 1);
    CHECK(page.events == story.timeline(query).events);
}

TEST_CASE("a past revision that is forgotten while it is read is gone, not half of what it was") {
    ferry_story story;
    auto article = tl::test::two_stories().front();
    article.url = "https://six.example/1";
    article.publisher = "Six";
    tl::test::plant(story.connection, article);
    tl::test::work_off(story.database.options());
    auto query = story.all();
    query.as_of = 1;
    REQUIRE(story.timeline(query).count > 0);

    const auto page = story.connection.run("timeline", storage::access::read, [&](storage::transaction& tx) {
        interrupted reading(tx, "past_events", [&] {
            storage::session other(story.database.options());
            tl::test::write(other, [&](storage::transaction& trimming) {
                storage::trim_history(trimming, story.id, 1);
                return true;
            });
        });
        return storage::read_timeline(reading, query);
    });

    REQUIRE_FALSE(page);
    CHECK(page.failure().code == tl::errc::gone);
}

TEST_CASE("every quote is what stands in the text at its position") {
    ferry_story story;
    const auto event = value(story.connection, "SELECT event_id FROM events WHERE type = 'sank'");

    const auto sources =
        read(story.connection, [&](storage::transaction& tx) { return storage::find_sources(tx, event); });

    REQUIRE(sources.size() == 2);
    for (const auto& source : sources) {
        const auto text =
            value(story.connection, "SELECT text FROM article_versions WHERE article_id = '" + source.article_id + "'");
        REQUIRE_FALSE(source.mentions.empty());
        for (const auto& mention : source.mentions) {
            CHECK(text.substr(mention.position.begin, mention.position.size()) == mention.exact);
            CHECK(text.substr(mention.position.end).starts_with(mention.suffix));
            CHECK(text.substr(0, mention.position.begin).ends_with(mention.prefix));
            REQUIRE(mention.time_position);
            CHECK(text.substr(mention.time_position->begin, mention.time_position->size()) == mention.time_text);
        }
    }
}

TEST_CASE("an event is found by its id and leads to its story") {
    ferry_story story;
    const auto event = value(story.connection, "SELECT event_id FROM events WHERE type = 'sank'");

    const auto found = read(story.connection, [&](storage::transaction& tx) { return storage::find_event(tx, event); });

    CHECK(boost::json::parse(found.document).at("id").as_string() == event);
    REQUIRE(found.stories.size() == 1);
    CHECK(found.stories.front().id == story.id);
}

TEST_CASE("stories are listed newest first, paged, and found by words, names and days") {
    ferry_story story;
    const auto list = [&](auto change) {
        storage::story_query query;
        change(query);
        return read(story.connection, [&](storage::transaction& tx) { return storage::list_stories(tx, query); });
    };
    const auto whole = list([](auto&) {}).stories;
    REQUIRE(whole.size() >= 3);

    std::vector<std::string> pieced;
    std::optional<storage::story_cursor> after;
    do {
        const auto page = list([&](auto& q) {
            q.limit = 1;
            q.after = after;
        });
        REQUIRE(page.stories.size() == 1);
        pieced.push_back(page.stories.front().id);
        after = page.next;
    } while (after);

    CHECK(pieced.size() == whole.size());
    for (std::size_t i = 0; i < pieced.size(); ++i) CHECK(pieced[i] == whole[i].id);
    CHECK(list([](auto& q) { q.entity = "marlow"; }).stories.size() == 1);
    CHECK(list([](auto& q) { q.words = "captain"; }).stories.size() == 1);
    CHECK(list([](auto& q) { q.from = tl::parse_day("2018-05-01"); }).stories.size() == 1);
    CHECK(list([](auto& q) { q.words = "\"unbalanced & | ! :*"; }).stories.empty());
}

TEST_CASE("the revision log says what came and why") {
    ferry_story story;

    const auto log = read(story.connection, [&](storage::transaction& tx) {
        return storage::list_revisions(tx, story.id, 10, std::nullopt);
    });

    REQUIRE_FALSE(log.empty());
    std::size_t articles = 0;
    std::size_t events = 0;
    for (const auto& revision : log)
        for (const auto& change : revision.changes) {
            CHECK_FALSE(change.reason.empty());
            articles += change.kind == "article_added" ? 1 : 0;
            events += change.kind == "event_added" ? 1 : 0;
        }
    CHECK(articles >= 3);
    CHECK(events >= 4);
}

TEST_CASE("unknown ids are not found") {
    const tl::test::temp_database database;
    storage::session connection(database.options());

    const auto timeline = connection.run("timeline", storage::access::read, [](storage::transaction& tx) {
        storage::timeline_query query;
        query.story_id = "s_0000000000000000";
        return storage::read_timeline(tx, query);
    });
    const auto sources = connection.run("sources", storage::access::read, [](storage::transaction& tx) {
        return storage::find_sources(tx, "e_0000000000000000");
    });

    REQUIRE_FALSE(timeline);
    CHECK(timeline.failure().code == tl::errc::not_found);
    REQUIRE_FALSE(sources);
    CHECK(sources.failure().code == tl::errc::not_found);
}

TEST_SUITE_END();
