#include "jobs/article_watch.hpp"

#include "storage/membership_store.hpp"
#include "support/articles.hpp"
#include "support/database_helpers.hpp"
#include "support/temp_database.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <exception>
#include <optional>

namespace tl = throughline;
namespace asio = boost::asio;
namespace storage = throughline::storage;
using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;

namespace {

/// An article, queued, and what a wait for it answered.
struct waiting_client {
    waiting_client()
        : connection(database.options()), executor({.database = database.options(), .threads = 1, .observer = {}}) {
        id = tl::test::write(connection, [](storage::transaction& tx) {
                 return storage::accept(tx, tl::test::submission("https://example.org/a", "The ferry sank."));
             }).id;
    }

    void start(tl::jobs::article_watch& watch, std::chrono::milliseconds at_most) {
        asio::co_spawn(io, wait(*this, watch, at_most), [](std::exception_ptr problem) {
            if (problem) std::rethrow_exception(problem);
        });
    }
    static asio::awaitable<void> wait(waiting_client& self, tl::jobs::article_watch& watch,
                                      std::chrono::milliseconds at_most) {
        const auto begin = clock_type::now();
        self.answer = co_await watch.wait(self.id, at_most);
        self.taken = clock_type::now() - begin;
    }
    void finish_article() {
        tl::test::write(connection, [&](storage::transaction& tx) {
            storage::mark_processing(tx, {id});
            storage::mark_processed(tx, {{id, 1}});
            return true;
        });
    }

    tl::test::temp_database database;
    storage::session connection;
    storage::db_executor executor;
    asio::io_context io{1};
    std::string id;
    std::optional<tl::result<storage::article_state>> answer;
    clock_type::duration taken{};
};

}  // namespace

TEST_SUITE_BEGIN("jobs/article_watch");

TEST_CASE("an article that is processed already answers at once") {
    waiting_client client;
    client.finish_article();
    tl::jobs::article_watch watch(client.io.get_executor(), client.executor, 10s);

    client.start(watch, 20s);
    client.io.run();

    REQUIRE(*client.answer);
    CHECK((*client.answer)->status == storage::article_status::processed);
    CHECK(client.taken < 5s);
}

TEST_CASE("a touch wakes the wait, without one the poll does") {
    for (const bool touched : {true, false}) {
        waiting_client client;
        tl::jobs::article_watch watch(client.io.get_executor(), client.executor, touched ? 30s : 100ms);
        asio::steady_timer timer(client.io, 300ms);
        timer.async_wait([&](auto) {
            client.finish_article();
            if (touched) watch.touch({client.id});
        });

        client.start(watch, 20s);
        client.io.run();

        REQUIRE(*client.answer);
        CHECK((*client.answer)->status == storage::article_status::processed);
        CHECK(client.taken < 10s);
    }
}

TEST_CASE("a wait that runs out answers with the state as it is") {
    waiting_client client;
    tl::jobs::article_watch watch(client.io.get_executor(), client.executor, 50ms);

    client.start(watch, 400ms);
    client.io.run();

    REQUIRE(*client.answer);
    CHECK((*client.answer)->status == storage::article_status::queued);
}

TEST_CASE("a wait for a deleted article ends as gone, and stopping ends every wait") {
    waiting_client client;
    tl::jobs::article_watch watch(client.io.get_executor(), client.executor, 50ms);
    asio::steady_timer timer(client.io, 200ms);
    SUBCASE("deleted") {
        timer.async_wait([&](auto) {
            tl::test::write(client.connection,
                            [&](storage::transaction& tx) { return storage::remove_article(tx, client.id); });
        });
        client.start(watch, 20s);
        client.io.run();
        REQUIRE_FALSE(*client.answer);
        CHECK(client.answer->failure().code == tl::errc::gone);
    }
    SUBCASE("stopped") {
        timer.async_wait([&](auto) { watch.stop(); });
        client.start(watch, 20s);
        client.io.run();
        CHECK(client.taken < 10s);
    }
}

TEST_SUITE_END();
