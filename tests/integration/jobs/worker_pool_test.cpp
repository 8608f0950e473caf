#include "jobs/worker_pool.hpp"

#include "storage/article_store.hpp"
#include "storage/timeline_store.hpp"
#include "support/database_helpers.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace tl = throughline;
namespace storage = throughline::storage;
using storage::access;

namespace {

std::string text_of(storage::session& connection, const std::string& sql) {
    const auto found = connection.run("text", access::read, [&](storage::transaction& tx) {
        const auto rows = tx.exec_script(sql);
        return rows.empty() || rows[0][0].is_null() ? std::string() : rows[0][0].as<std::string>();
    });
    REQUIRE(found);
    return *found;
}

/// The state that a set of articles leads to when it comes in one by one in the order given.
std::string end_state(std::vector<tl::test::planted_article> articles, bool one_by_one, std::size_t threads,
                      std::size_t pools) {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    for (const auto& article : articles) {
        tl::test::plant(connection, article);
        if (one_by_one) tl::test::work_off(database.options(), threads, pools);
    }
    tl::test::work_off(database.options(), threads, pools);
    CHECK(tl::test::ids_astray(connection) == "");
    return tl::test::chronologies(connection);
}

}  // namespace

TEST_SUITE_BEGIN("jobs");

TEST_CASE("planted articles become stories with timelines and end as processed") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    for (const auto& article : tl::test::two_stories()) tl::test::plant(connection, article);

    tl::test::work_off(database.options());

    CHECK(text_of(connection, "SELECT count(*) FROM articles WHERE status = 'processed'") == "7");
    CHECK(text_of(connection, "SELECT count(*) FROM stories WHERE revision = 0") == "0");
    const auto story = text_of(connection, "SELECT story_id FROM articles WHERE key = 'https://one.example/1'");
    const auto page = connection.run("timeline", access::read, [&](storage::transaction& tx) {
        storage::timeline_query query;
        query.story_id = story;
        return storage::read_timeline(tx, query);
    });
    REQUIRE(page);
    CHECK(page->count > 0);
    CHECK(page->head.article_count >= 3);
    CHECK(page->head.event_count == page->count);
}

TEST_CASE("the order of arrival and the number of workers make no difference") {
    const auto articles = tl::test::two_stories();
    const auto expected = end_state(articles, false, 1, 1);
    std::mt19937 random(7);

    for (const bool one_by_one : {true, false})
        for (int round = 0; round < 2; ++round) {
            auto shuffled = articles;
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            CHECK(end_state(shuffled, one_by_one, 2, one_by_one ? 1 : 2) == expected);
        }
}

TEST_CASE("doing all the work again changes nothing") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    for (const auto& article : tl::test::two_stories()) tl::test::plant(connection, article);
    tl::test::work_off(database.options());
    const std::string everything =
        "SELECT string_agg(story_id || revision || title, ',' ORDER BY story_id) || (SELECT string_agg(event_id || "
        "document "
        "|| position, ',' ORDER BY event_id) FROM events) FROM stories";
    const auto before = text_of(connection, everything);

    for (const auto& article : tl::test::two_stories()) tl::test::plant(connection, article);
    tl::test::work_off(database.options(), 2);

    CHECK(text_of(connection, everything) == before);
}

TEST_CASE("a story's job that is given up fails the articles that wait for it and no others") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto articles = tl::test::two_stories();
    for (std::size_t i = 0; i < 3; ++i) tl::test::plant(connection, articles[i]);
    tl::test::work_off(database.options());
    tl::test::execute(connection, "UPDATE articles SET status = 'processing' WHERE key = 'https://one.example/1'");
    tl::test::execute(connection, "UPDATE articles SET status = 'queued' WHERE key = 'https://two.example/1'");
    tl::test::execute(connection,
                      "INSERT INTO jobs (kind, subject, deaths) SELECT 'assemble', story_id, 12 FROM stories");

    CHECK_THROWS(tl::test::work_off(database.options()));

    CHECK(text_of(connection, "SELECT string_agg(status, ' ' ORDER BY key) FROM articles") ==
          "failed processed queued");
}

TEST_CASE("deleting an article leaves what a store without it would hold") {
    const auto articles = tl::test::two_stories();
    for (const std::size_t victim : {0, 5, 6}) {  // within a story, between two, alone
        auto others = articles;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(victim));
        const auto expected = end_state(others, false, 1, 1);
        const tl::test::temp_database database;
        storage::session connection(database.options());
        std::vector<std::string> ids;
        for (const auto& article : articles) ids.push_back(tl::test::plant(connection, article));
        tl::test::work_off(database.options());

        const auto removed = connection.run("remove", access::write, [&](storage::transaction& tx) {
            return storage::remove_article(tx, ids[victim]);
        });
        tl::test::work_off(database.options());

        REQUIRE(removed);
        CHECK(tl::test::chronologies(connection) == expected);
        const auto again = connection.run("remove", access::write, [&](storage::transaction& tx) {
            return storage::remove_article(tx, ids[victim]);
        });
        REQUIRE_FALSE(again);
        CHECK(again.failure().code == tl::errc::gone);
    }
}

TEST_SUITE_END();
