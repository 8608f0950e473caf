#include "jobs/outdated_articles.hpp"

#include "jobs/worker_pool.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>

namespace tl = throughline;
namespace storage = throughline::storage;
using storage::access;

namespace {

std::string count(storage::session& connection, const std::string& from) {
    const auto found = connection.run("count", access::read, [&](storage::transaction& tx) {
        return tx.exec_script("SELECT count(*) FROM " + from)[0][0].as<std::string>();
    });
    REQUIRE(found);
    return *found;
}

constexpr auto read_by_other = "article_profiles WHERE reader <> 'new'";

}  // namespace

TEST_SUITE_BEGIN("jobs");

TEST_CASE("articles that another reader has read are queued once, and none is left out") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto articles = tl::test::two_stories();
    for (const auto& article : articles) tl::test::plant(connection, article);
    tl::test::work_off(database.options());

    tl::jobs::outdated_articles same("");
    CHECK_FALSE(same.queue_next(connection));
    CHECK(count(connection, "jobs") == "0");

    tl::jobs::outdated_articles other("new");
    while (other.queue_next(connection)) continue;
    CHECK(count(connection, "jobs WHERE kind = 'analyse'") == std::to_string(articles.size()));
    CHECK_FALSE(other.queue_next(connection));
}

TEST_CASE("a pool with another reader reads all articles again and comes to rest") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    for (const auto& article : tl::test::two_stories()) tl::test::plant(connection, article);
    tl::test::work_off(database.options());
    REQUIRE(count(connection, read_by_other) != "0");

    tl::jobs::worker_options options;
    options.database = database.options();
    options.reader = "new";
    tl::jobs::worker_pool pool(options, {});
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (count(connection, read_by_other) != "0" || count(connection, "jobs") != "0") {
        REQUIRE(std::chrono::steady_clock::now() < end);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    CHECK(count(connection, "articles WHERE status = 'processed'") == std::to_string(tl::test::two_stories().size()));
}

TEST_SUITE_END();
