#include "storage/article_store.hpp"

#include "storage/article_graph.hpp"
#include "storage/job_store.hpp"
#include "storage/membership_store.hpp"
#include "storage/timeline_store.hpp"
#include "support/database_helpers.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <future>

namespace tl = throughline;
namespace storage = throughline::storage;
using tl::test::value;

namespace {

void remove(storage::session& connection, const std::string& article) {
    tl::test::write(connection, [&](storage::transaction& tx) { return storage::remove_article(tx, article); });
}

}  // namespace

TEST_SUITE_BEGIN("storage/article_removal");

TEST_CASE("the revision that a deletion publishes tells nothing of the article any more") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    tl::test::plant(connection, {"https://one.example/1",
                                 "One",
                                 "2018-03-20",
                                 {"w:ferry", "w:sink", "e:marlow"},
                                 {{"sank", "Marlow", "2018-03-19"}}});
    tl::test::plant(connection, {"https://two.example/1",
                                 "Two",
                                 "2018-03-22",
                                 {"w:sink", "w:ferry", "e:marlow"},
                                 {{"resigned", "Captain", "2018-03-21"}}});
    tl::test::work_off(database.options());
    const std::string head =
        "SELECT r.title || ' ' || r.first_day || ' ' || r.last_day FROM stories s "
        "JOIN story_revisions r USING (story_id, revision)";
    REQUIRE(value(connection, "SELECT count(*) FROM stories") == "1");
    const auto titled = value(connection, "SELECT title FROM stories");
    const bool first_titles = titled == "News of w:ferry";

    remove(connection, value(connection, std::string("SELECT article_id FROM articles WHERE key = ") +
                                             (first_titles ? "'https://one.example/1'" : "'https://two.example/1'")));

    CHECK(value(connection, head) ==
          (first_titles ? "News of w:sink 2018-03-21 2018-03-21" : "News of w:ferry 2018-03-19 2018-03-19"));
}

TEST_CASE("a story's last article takes the events of stories that were to be handed over to it along") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto article = tl::test::plant(connection, tl::test::two_stories().front());
    tl::test::work_off(database.options());
    const auto story = value(connection, "SELECT story_id FROM stories");
    const auto event = value(connection, "SELECT event_id FROM events");
    tl::test::write(connection, [&](storage::transaction& tx) {
        const auto into = storage::create_story(tx);
        storage::move_articles(tx, {{article, story, into}});
        storage::merge_story(tx, story, into);
        return true;
    });

    remove(connection, article);

    const auto found = connection.run("event", storage::access::read,
                                      [&](storage::transaction& tx) { return storage::find_event(tx, event); });
    REQUIRE_FALSE(found);
    CHECK(found.failure().code == tl::errc::gone);
    CHECK(value(connection, "SELECT count(*) FROM stories") == "0");
}

TEST_CASE("events whose articles have left a story outlive it, also when it goes before they are handed over") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto articles = tl::test::two_stories();
    const auto kept = tl::test::plant(connection, articles[0]);
    const auto deleted = tl::test::plant(connection, articles[2]);
    tl::test::plant(connection, articles[1]);
    tl::test::work_off(database.options());
    const auto story = value(connection, "SELECT story_id FROM stories");
    const auto event = value(connection, "SELECT event_id FROM events WHERE type = 'rescued'");
    remove(connection, value(connection, "SELECT article_id FROM articles WHERE key = 'https://two.example/1'"));
    tl::test::execute(connection, "DELETE FROM jobs");
    tl::test::write(connection, [&](storage::transaction& tx) {
        const auto into = storage::create_story(tx);
        storage::move_articles(tx, {{kept, story, into}});
        storage::enqueue(tx, storage::job_kind::assemble, {into});
        return true;
    });

    remove(connection, deleted);
    tl::test::execute(connection, "DELETE FROM jobs WHERE kind = 'regroup'");
    tl::test::work_off(database.options());

    CHECK(value(connection, "SELECT event_id FROM events WHERE type = 'rescued'") == event);
    CHECK(value(connection, "SELECT count(*) FROM stories") == "1");
    CHECK(value(connection, "SELECT count(*) FROM id_tombstones WHERE id = '" + story + "'") == "1");
}

TEST_CASE("a deletion waits for workers that are forming stories") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    storage::session worker(database.options());
    const auto article = tl::test::plant(connection, tl::test::two_stories().front());
    std::promise<void> formed;

    auto forming = std::async(std::launch::async, [&] {
        return worker.run("form", storage::access::write, [&](storage::transaction& tx) {
            storage::lock_formation(tx);
            formed.set_value();
            tx.exec_script("SELECT pg_sleep(2.5)");
            return true;
        });
    });
    formed.get_future().wait();
    remove(connection, article);

    CHECK(forming.get());
}

TEST_SUITE_END();
