// Events keep their ids wherever their articles go, whichever story is written first.
#include "storage/job_store.hpp"
#include "storage/membership_store.hpp"
#include "support/database_helpers.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace tl = throughline;
namespace storage = throughline::storage;
using tl::test::execute;
using tl::test::value;

namespace {

using names = std::map<std::string, std::string>;

names ids_by(storage::session& connection, const std::string& sql) {
    return tl::test::read(connection, [&](storage::transaction& tx) {
        names ids;
        for (const auto& row : tx.exec_script(sql)) ids.emplace(row[0].as<std::string>(), row[1].as<std::string>());
        return ids;
    });
}

/// Three articles of one story: the first tells of a sinking and a rescue, the second of the sinking and a
/// resignation, the third of the resignation and a suit.
struct ferry {
    ferry() : connection(database.options()) {
        const auto articles = tl::test::two_stories();
        for (std::size_t i = 0; i < 3; ++i) ids.push_back(tl::test::plant(connection, articles[i]));
        tl::test::work_off(database.options());
        story = value(connection, "SELECT story_id FROM stories");
        REQUIRE(value(connection, "SELECT count(*) FROM story_articles") == "3");
        before = events();
    }

    names events() { return ids_by(connection, "SELECT type, event_id FROM events"); }
    names places() { return ids_by(connection, "SELECT type, story_id FROM events"); }

    std::string new_story() {
        return tl::test::write(connection, [](storage::transaction& tx) { return storage::create_story(tx); });
    }

    /// Carries articles, given by their numbers, over from one story to another.
    void move(const std::vector<std::size_t>& numbers, const std::string& from, const std::string& to) {
        tl::test::write(connection, [&](storage::transaction& tx) {
            std::vector<storage::move> moves;
            for (const auto number : numbers) moves.push_back({ids[number], from, to});
            storage::move_articles(tx, moves);
            return true;
        });
    }

    /// Writes the stories, each by a job of its own, in the order given.
    void assemble(const std::vector<std::string>& stories) {
        for (const auto& each : stories) {
            tl::test::write(connection, [&](storage::transaction& tx) {
                storage::enqueue(tx, storage::job_kind::assemble, {each});
                return true;
            });
            tl::test::work_off(database.options());
        }
    }

    tl::test::temp_database database;
    storage::session connection;
    std::vector<std::string> ids;
    std::string story;
    names before;
};

}  // namespace

TEST_SUITE_BEGIN("jobs/event_ids");

TEST_CASE("when a story divides, events go over with their ids, whichever part is written first") {
    for (const bool rest_first : {true, false}) {
        CAPTURE(rest_first);
        ferry story;
        const auto part = story.new_story();
        story.move({2}, story.story, part);

        story.assemble(rest_first ? std::vector{story.story, part} : std::vector{part, story.story});

        auto after = story.events();
        CHECK(after.at("sued") == story.before.at("sued"));
        CHECK(after.at("sank") == story.before.at("sank"));
        CHECK(after.at("rescued") == story.before.at("rescued"));
        CHECK(story.places().at("sued") == part);
        // Told of on both sides: the id stays where it was, and the part has one of its own.
        CHECK(value(story.connection, "SELECT event_id FROM events WHERE type = 'resigned' AND story_id = '" +
                                          story.story + "'") == story.before.at("resigned"));
        CHECK(value(story.connection, "SELECT count(*) FROM events WHERE type = 'resigned'") == "2");
        CHECK(tl::test::ids_astray(story.connection) == "");
    }
}

TEST_CASE("two stories that exchange articles exchange the events with their ids") {
    for (const bool turned : {true, false}) {
        CAPTURE(turned);
        ferry story;
        const auto other = story.new_story();
        story.move({2}, story.story, other);
        story.assemble({story.story, other});
        const auto before = story.events();

        story.move({0}, story.story, other);
        story.move({2}, other, story.story);
        story.assemble(turned ? std::vector{story.story, other} : std::vector{other, story.story});

        CHECK(story.events().at("rescued") == before.at("rescued"));
        CHECK(story.events().at("sued") == before.at("sued"));
        CHECK(story.places().at("rescued") == other);
        CHECK(story.places().at("sued") == story.story);
        CHECK(tl::test::ids_astray(story.connection) == "");
    }
}

TEST_CASE("the events of a story that goes into two others go with their articles") {
    for (const bool heir_first : {true, false}) {
        CAPTURE(heir_first);
        ferry story;
        const auto into = story.new_story();
        const auto other = story.new_story();
        story.move({0, 1}, story.story, into);
        story.move({2}, story.story, other);
        tl::test::write(story.connection, [&](storage::transaction& tx) {
            storage::merge_story(tx, story.story, into);
            return true;
        });

        story.assemble(heir_first ? std::vector{into, other} : std::vector{other, into});

        CHECK(story.events().at("sank") == story.before.at("sank"));
        CHECK(story.events().at("sued") == story.before.at("sued"));
        CHECK(story.places().at("sank") == into);
        CHECK(story.places().at("sued") == other);
        CHECK(value(story.connection, "SELECT count(*) FROM stories") == "2");
        CHECK(tl::test::ids_astray(story.connection) == "");
    }
}

TEST_CASE("an event whose articles part goes where most of them went, also when its own story keeps none") {
    for (const bool turned : {true, false}) {
        CAPTURE(turned);
        ferry story;
        const auto one = story.new_story();
        const auto other = story.new_story();
        story.move({0}, story.story, one);
        story.move({1}, story.story, other);

        story.assemble(turned ? std::vector{story.story, one, other} : std::vector{other, story.story, one});

        const auto id = story.before.at("sank");
        CHECK(value(story.connection, "SELECT count(*) FROM events WHERE type = 'sank'") == "2");
        CHECK(value(story.connection, "SELECT story_id FROM event_directory WHERE event_id = '" + id + "'") ==
              std::min(one, other));
        CHECK(tl::test::ids_astray(story.connection) == "");
    }
}

TEST_SUITE_END();
