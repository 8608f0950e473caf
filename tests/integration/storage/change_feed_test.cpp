#include "storage/change_feed.hpp"

#include "support/database_helpers.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace tl = throughline;
namespace storage = throughline::storage;
using namespace std::chrono_literals;

namespace {

/// What a feed said, to be waited for.
struct heard {
    storage::feed_callbacks callbacks() {
        return {[this](const storage::change& what) { note([&] { changes.push_back(what); }); },
                [this](bool up) { note([&] { states.push_back(up); }); }};
    }
    template <class Note>
    void note(Note add) {
        const std::lock_guard lock(mutex);
        add();
        arrived.notify_all();
    }
    template <class Condition>
    bool wait(Condition condition) {
        std::unique_lock lock(mutex);
        return arrived.wait_for(lock, 10s, condition);
    }

    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<storage::change> changes;
    std::vector<bool> states;
};

}  // namespace

TEST_SUITE_BEGIN("storage/change_feed");

TEST_CASE("a change is heard once its transaction commits, and only then") {
    const tl::test::temp_database database(false);
    storage::session connection(database.options());
    heard news;
    const storage::change_feed feed(database.options(), news.callbacks());
    REQUIRE(news.wait([&] { return !news.states.empty(); }));

    (void)connection.run("undone", storage::access::write, [](storage::transaction& tx) -> tl::result<int> {
        storage::announce(tx, {"s_undone", 1, {}});
        return tl::error{tl::errc::conflict, "no", ""};
    });
    tl::test::write(connection, [](storage::transaction& tx) {
        storage::announce(tx, {"s_1", 17, {"a_1", "a_2"}});
        storage::announce(tx, {"", 0, {"a_3"}});
        return true;
    });

    REQUIRE(news.wait([&] { return news.changes.size() == 2; }));
    CHECK(news.changes[0].story_id == "s_1");
    CHECK(news.changes[0].revision == 17);
    CHECK(news.changes[0].articles == std::vector<std::string>{"a_1", "a_2"});
    CHECK(news.changes[1].story_id.empty());
    CHECK(feed.up());
}

TEST_CASE("a feed that loses its connection says so and comes back") {
    const tl::test::temp_database database(false);
    storage::session connection(database.options());
    heard news;
    const storage::change_feed feed(database.options(), news.callbacks());
    REQUIRE(news.wait([&] { return news.states.size() == 1; }));

    tl::test::execute(connection,
                      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                      "WHERE datname = current_database() AND pid <> pg_backend_pid()");

    REQUIRE(news.wait([&] { return news.states.size() == 3; }));
    CHECK(news.states == std::vector<bool>{true, false, true});
}

TEST_CASE("a feed without a server is down and ends when asked") {
    storage::session_options options;
    options.url = "postgresql://nobody@127.0.0.1:1/nothing";

    const storage::change_feed feed(options, {});

    CHECK_FALSE(feed.up());
}

TEST_SUITE_END();
