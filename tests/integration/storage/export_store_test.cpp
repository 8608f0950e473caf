#include "storage/export_store.hpp"

#include "storage/timeline_store.hpp"
#include "support/database_helpers.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

namespace tl = throughline;
namespace storage = throughline::storage;

TEST_SUITE_BEGIN("storage/export_store");

TEST_CASE("the evidence of all events together is that of each alone, with the times of their revisions") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    for (const auto& article : tl::test::two_stories()) tl::test::plant(connection, article);
    tl::test::work_off(database.options());
    const auto story = tl::test::value(connection, "SELECT story_id FROM articles WHERE key = 'https://one.example/1'");

    tl::test::read(connection, [&](storage::transaction& tx) {
        storage::timeline_query query;
        query.story_id = story;
        std::vector<std::string> ids;
        const auto page = storage::read_timeline(tx, query);
        const auto events = boost::json::parse(page->events);
        for (const auto& event : events.as_array()) ids.emplace_back(event.at("id").as_string());
        REQUIRE(ids.size() >= 4);

        const auto evidence = storage::read_evidence(tx, story, ids);

        for (const auto& id : ids) {
            std::vector<std::string> alone, together;
            const auto sources = storage::find_sources(tx, id);
            for (const auto& source : *sources)
                for (const auto& mention : source.mentions)
                    alone.push_back(source.article_id + mention.prefix + '|' + mention.exact + '|' + mention.suffix);
            for (const auto& mention : evidence.mentions.at(id))
                together.push_back(evidence.articles[mention.article].id + mention.prefix + '|' + mention.exact + '|' +
                                   mention.suffix);
            CHECK(together == alone);
            const auto& told = evidence.told.at(id);
            CHECK(told.added_at.size() == std::string("2026-11-22T01:02:03.123456Z").size());
            CHECK(told.added_at <= told.changed_at);
        }
        CHECK(storage::read_evidence(tx, "s_0000000000000000", ids).articles.empty());
        return true;
    });
}

TEST_SUITE_END();
