// A story's past: every revision can be shown again as it was, and the changes lead from each to the next.
#include "storage/event_history.hpp"

#include "storage/article_store.hpp"
#include "storage/change_log.hpp"
#include "support/database_helpers.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <map>
#include <random>

namespace json = boost::json;
namespace tl = throughline;
namespace storage = throughline::storage;
using tl::test::read;

namespace {

storage::timeline_query all_of(const std::string& story, std::optional<std::int64_t> as_of = std::nullopt) {
    storage::timeline_query query;
    query.story_id = story;
    query.limit = 0;
    query.as_of = as_of;
    return query;
}

std::optional<storage::timeline_page> timeline(storage::session& connection, const storage::timeline_query& query) {
    const auto page = connection.run("timeline", storage::access::read,
                                     [&](storage::transaction& tx) { return storage::read_timeline(tx, query); });
    if (!page) return std::nullopt;
    return *page;
}

std::string shown(const storage::timeline_page& page) {
    const auto& head = page.head;
    return head.title + ' ' + std::to_string(head.article_count) + ' ' + std::to_string(head.publisher_count) + ' ' +
           std::to_string(head.event_count) + ' ' + (head.first ? tl::to_string(*head.first) : "") + ' ' +
           (head.last ? tl::to_string(*head.last) : "") + ' ' + head.updated_at + '\n' + page.events;
}

std::vector<std::string> stories(storage::session& connection) {
    return read(connection, [](storage::transaction& tx) {
        std::vector<std::string> ids;
        for (const auto& row :
             tx.exec_script("SELECT story_id FROM stories WHERE revision > 0 AND merged_into IS NULL"))
            ids.push_back(row[0].as<std::string>());
        return ids;
    });
}

/// Events by id, without what the log leaves out.
using events = std::map<std::string, json::object>;

events events_of(const storage::timeline_page& page) {
    events list;
    auto parsed = json::parse(page.events);
    for (auto& event : parsed.as_array()) {
        event.as_object().erase("salience");
        list.emplace(event.at("id").as_string(), event.as_object());
    }
    return list;
}

/// Applies the changes that tell of events known before; false when one does not fit what is there.
bool apply(events& list, const storage::revision_changes& revision, const events& added) {
    for (const auto& change : revision.changes) {
        if (change.kind == "added") {
            if (list.contains(change.event_id) || !added.contains(change.event_id)) return false;
            list.emplace(change.event_id, added.at(change.event_id));
        } else if (change.kind == "changed") {
            const auto known = list.find(change.event_id);
            if (known == list.end()) return false;
            const auto fields = json::parse(change.fields);
            for (const auto& field : fields.as_array()) {
                if (field.at("name") == "sources") continue;
                auto& member = known->second[field.at("name").as_string()];
                if (member != field.at("before")) return false;
                member = field.at("after");
            }
        } else {
            if (list.erase(change.event_id) != 1) return false;
        }
        if (change.reason.empty() || change.title.empty()) return false;
    }
    return true;
}

std::vector<storage::revision_changes> changes(storage::session& connection, const std::string& story) {
    return read(connection,
                [&](storage::transaction& tx) {
                    return storage::list_changes(tx, story, {0, storage::everything_of_revision}, 100'000);
                })
        .revisions;
}

/// Articles of two neighbouring matters, at times of both, that report from a small stock of events.
tl::test::planted_article random_article(std::mt19937& random, int number) {
    const std::vector<std::string> left{"w:ferry", "w:harbour", "e:marlow", "w:sink"};
    const std::vector<std::string> right{"w:vote", "w:budget", "e:senate", "w:deficit"};
    const std::vector<std::string> types{"sank", "rescued", "resigned", "sued"};
    tl::test::planted_article article;
    article.url = "https://paper.example/" + std::to_string(number);
    article.publisher = "Paper " + std::to_string(random() % 3);
    article.published = "2018-03-2" + std::to_string(3 + random() % 6);
    const auto side = random() % 5;
    article.topics = side < 2 ? left : right;
    if (side == 4) article.topics = {left[0], left[1], left[2], right[0], right[1], right[2]};
    for (auto count = 1 + random() % 3; count > 0; --count)
        article.events.push_back({types[random() % types.size()], random() % 2 ? "Marlow" : "Captain",
                                  "2018-03-1" + std::to_string(5 + random() % 5)});
    return article;
}

}  // namespace

TEST_SUITE_BEGIN("storage/event_history");

TEST_CASE("every revision is shown again as it was served, and the changes lead from each to the next") {
    for (const unsigned seed : {1u, 2u, 3u}) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const tl::test::temp_database database;
        storage::session connection(database.options());
        std::map<std::pair<std::string, std::int64_t>, std::string> served;
        std::vector<std::string> articles;
        std::size_t gone = 0;

        for (int step = 0; step < 24; ++step) {
            if (articles.size() > 3 && random() % 4 == 0) {
                const auto at = articles.begin() + static_cast<std::ptrdiff_t>(random() % articles.size());
                tl::test::write(connection, [&](storage::transaction& tx) { return storage::remove_article(tx, *at); });
                articles.erase(at);
                ++gone;
            } else {
                articles.push_back(tl::test::plant(connection, random_article(random, step)));
            }
            tl::test::work_off(database.options(), 2);
            for (const auto& story : stories(connection)) {
                const auto page = timeline(connection, all_of(story));
                REQUIRE(page);
                const auto [known, is_new] = served.emplace(std::pair(story, page->head.revision), shown(*page));
                CHECK(known->second == shown(*page));
            }
        }

        CHECK(gone > 0);
        std::size_t checked = 0;
        for (const auto& story : stories(connection)) {
            events replayed;
            for (const auto& revision : changes(connection, story)) {
                CAPTURE(story);
                CAPTURE(revision.revision);
                const auto page = timeline(connection, all_of(story, revision.revision));
                REQUIRE(page);
                const auto was = served.find({story, revision.revision});
                if (was != served.end()) CHECK(shown(*page) == was->second);
                checked += was != served.end() ? 1 : 0;
                const auto expected = events_of(*page);
                CHECK(apply(replayed, revision, expected));
                CHECK(replayed == expected);
            }
            const auto now = timeline(connection, all_of(story));
            REQUIRE(now);
            CHECK(replayed == events_of(*now));
        }
        CHECK(checked > 5);
    }
}

TEST_CASE("filters, pages and short chronologies work on the past as on the present") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto articles = tl::test::two_stories();
    for (int i = 0; i < 3; ++i) tl::test::plant(connection, articles[static_cast<std::size_t>(i)]);
    tl::test::work_off(database.options());
    const auto story = stories(connection).at(0);
    const auto present = [&](auto change) {
        auto query = all_of(story);
        change(query);
        return timeline(connection, query)->events;
    };
    const auto past = [&](auto change) {
        auto query = all_of(story, timeline(connection, all_of(story))->head.revision);
        change(query);
        return timeline(connection, query)->events;
    };
    const auto whole = present([](auto&) {});

    for (const auto& change : std::vector<std::function<void(storage::timeline_query&)>>{
             [](auto&) {}, [](auto& q) { q.type = "sank"; }, [](auto& q) { q.participant = "CAPTAIN"; },
             [](auto& q) { q.min_sources = 2; }, [](auto& q) { q.max = 2; }, [](auto& q) { q.limit = 1; },
             [](auto& q) { q.from = tl::parse_day("2018-03-21"); }, [](auto& q) { q.type = "nothing"; }})
        CHECK(past(change) == present(change));

    auto query = all_of(story, timeline(connection, all_of(story))->head.revision);
    query.limit = 1;
    std::string pieced;
    for (bool more = true; more;) {
        const auto page = timeline(connection, query);
        REQUIRE(page->count == 1);
        pieced += (pieced.empty() ? "" : ",") + page->events.substr(1, page->events.size() - 2);
        query.after = page->next;
        more = page->next.has_value();
    }
    CHECK('[' + pieced + ']' == whole);
}

TEST_CASE("a revision that is to come is not found, one that is forgotten is gone") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    for (const auto& article : tl::test::two_stories()) {
        tl::test::plant(connection, article);
        tl::test::work_off(database.options());
    }
    const auto story = tl::test::value(connection, "SELECT story_id FROM articles WHERE key = 'https://one.example/1'");
    const auto newest = timeline(connection, all_of(story))->head.revision;
    REQUIRE(newest >= 3);
    const auto code = [&](std::int64_t revision) {
        const auto query = all_of(story, revision);
        const auto page = connection.run("timeline", storage::access::read,
                                         [&](storage::transaction& tx) { return storage::read_timeline(tx, query); });
        REQUIRE_FALSE(page);
        CHECK(page.failure().field == "as_of");
        return page.failure().code;
    };
    CHECK(timeline(connection, all_of(story, 1)));

    tl::test::write(connection, [&](storage::transaction& tx) {
        storage::trim_history(tx, story, 2);
        return true;
    });

    CHECK(code(newest + 1) == tl::errc::not_found);
    CHECK(code(newest - 2) == tl::errc::gone);
    CHECK(timeline(connection, all_of(story, newest - 1)));
    CHECK(tl::test::value(connection, "SELECT count(*) FROM event_versions WHERE story_id = '" + story +
                                          "' AND to_revision < " + std::to_string(newest)) == "0");
}

TEST_CASE("changes come in pages, and what comes after a revision is told from there") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    for (const auto& article : tl::test::two_stories()) {
        tl::test::plant(connection, article);
        tl::test::work_off(database.options());
    }
    const auto story = tl::test::value(connection, "SELECT story_id FROM articles WHERE key = 'https://one.example/1'");
    const auto list = [&](storage::change_position after, std::uint32_t limit) {
        return read(connection,
                    [&](storage::transaction& tx) { return storage::list_changes(tx, story, after, limit); });
    };
    const auto ids = [](const storage::change_page& page) {
        std::vector<std::string> told;
        for (const auto& revision : page.revisions)
            for (const auto& change : revision.changes)
                told.push_back(std::to_string(revision.revision) + change.kind + change.event_id);
        return told;
    };
    const auto whole = list({0, storage::everything_of_revision}, 1000);
    REQUIRE(whole.newest >= 3);
    REQUIRE(whole.revisions.size() == static_cast<std::size_t>(whole.newest));

    std::vector<std::string> pieced;
    storage::change_position after{0, storage::everything_of_revision};
    for (bool more = true; more;) {
        const auto page = list(after, 1);
        for (const auto& id : ids(page)) pieced.push_back(id);
        more = page.next.has_value();
        if (more) after = *page.next;
    }
    const auto later = list({whole.newest - 1, storage::everything_of_revision}, 1000);

    CHECK(pieced == ids(whole));
    REQUIRE(later.revisions.size() == 1);
    CHECK(later.revisions[0].revision == whole.newest);
    CHECK(list({whole.newest, storage::everything_of_revision}, 1000).revisions.empty());
    CHECK_FALSE(whole.revisions[0].changes.at(0).headline.empty());
}

TEST_SUITE_END();
