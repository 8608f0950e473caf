#include "storage/membership_store.hpp"

#include "support/articles.hpp"
#include "support/database_helpers.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

namespace tl = throughline;
namespace storage = throughline::storage;

TEST_SUITE_BEGIN("storage/membership_store");

TEST_CASE("an article whose place is found while its story's timeline is being made waits for the next one") {
    const tl::test::temp_database database;
    storage::session maker(database.options());
    storage::session former(database.options());
    const auto [story, early, late] = tl::test::write(former, [](storage::transaction& tx) {
        const auto one = storage::accept(tx, tl::test::submission("https://example.org/a", "The ferry sank.")).id;
        const auto other = storage::accept(tx, tl::test::submission("https://example.org/b", "Divers came.")).id;
        const auto id = storage::create_story(tx);
        storage::move_articles(tx, {{one, "", id}, {other, "", id}});
        storage::mark_processing(tx, {one});
        return std::tuple(id, one, other);
    });

    const auto done = tl::test::write(maker, [&, story = story, late = late](storage::transaction& tx) {
        const auto waiting = storage::waiting_articles(tx, story);
        tl::test::write(former, [&](storage::transaction& meanwhile) {
            storage::mark_processing(meanwhile, {late});
            return true;
        });
        return storage::mark_processed(tx, waiting);
    });

    CHECK(done == std::vector<std::string>{early});
    const auto left = tl::test::write(
        maker, [&, story = story](storage::transaction& tx) { return storage::waiting_articles(tx, story); });
    REQUIRE(left.size() == 1);
    CHECK(left[0].article_id == late);
}

TEST_CASE("a newer version of an article waits for a timeline of its own") {
    const tl::test::temp_database database;
    storage::session connection(database.options());

    const auto done = tl::test::write(connection, [](storage::transaction& tx) {
        const auto id = storage::accept(tx, tl::test::submission("https://example.org/a", "The ferry sank.")).id;
        const auto story = storage::create_story(tx);
        storage::move_articles(tx, {{id, "", story}});
        storage::mark_processing(tx, {id});
        const auto waiting = storage::waiting_articles(tx, story);
        storage::accept(tx, tl::test::submission("https://example.org/a", "The ferry sank at night."));
        storage::mark_processing(tx, {id});
        return storage::mark_processed(tx, waiting);
    });

    CHECK(done.empty());
}

TEST_SUITE_END();
