#include "storage/article_store.hpp"

#include "support/articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>
#include <vector>

namespace tl = throughline;
namespace storage = throughline::storage;
using storage::accept_outcome;
using storage::access;
using tl::test::submission;

namespace {

storage::accepted take(storage::session& connection, const storage::submission& incoming) {
    const auto done = connection.run("accept", access::write,
                                     [&](storage::transaction& tx) { return storage::accept(tx, incoming); });
    REQUIRE(done);
    return *done;
}

std::int64_t count(storage::session& connection, const std::string& sql) {
    const auto rows = connection.run(
        "count", access::read, [&](storage::transaction& tx) { return tx.exec_script(sql)[0][0].as<std::int64_t>(); });
    REQUIRE(rows);
    return *rows;
}

}  // namespace

TEST_SUITE_BEGIN("storage/article_store");

TEST_CASE("an article comes back as it was given") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto incoming = submission("https://example.org/a", "Line one, \\ and \"two\".\n\nÜber {alles}, 東京, NULL.");

    const auto taken = take(connection, incoming);
    const auto found = connection.run("find", access::read,
                                      [&](storage::transaction& tx) { return storage::find_article(tx, taken.id); });

    CHECK(taken.outcome == accept_outcome::created);
    REQUIRE(found);
    CHECK(found->url == incoming.url);
    CHECK(found->text == incoming.text);
    CHECK(found->headline == incoming.headline);
    CHECK(found->publisher == incoming.publisher);
    CHECK(found->authors == incoming.authors);
    CHECK(found->published_at == incoming.published_at);
    CHECK(found->status == storage::article_status::queued);
    CHECK(found->stories.empty());
    CHECK(found->events == "[]");
}

TEST_CASE("the same article again gives the same id and changes nothing") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto first = take(connection, submission("https://example.org/a", "The ferry sank."));

    const auto by_url = take(connection, submission("https://example.org/a", "The ferry sank."));
    const auto by_content = take(connection, submission("", "The ferry sank."));

    CHECK(by_url.id == first.id);
    CHECK(by_url.outcome == accept_outcome::unchanged);
    CHECK(by_content.id == first.id);
    CHECK(by_content.outcome == accept_outcome::unchanged);
    CHECK(count(connection, "SELECT count(*) FROM article_versions") == 1);
    CHECK(count(connection, "SELECT count(*) FROM jobs") == 1);
}

TEST_CASE("the same text of another publisher is another article") {
    const tl::test::temp_database database;
    storage::session connection(database.options());

    const auto first = take(connection, submission("https://example.org/a", "The ferry sank."));
    const auto copy = take(connection, submission("https://copy.example/a", "The ferry sank.", "The Copy"));

    CHECK(copy.outcome == accept_outcome::created);
    CHECK(copy.id != first.id);
}

TEST_CASE("a changed text under one URL is a new version and the old one stays readable") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto first = take(connection, submission("https://example.org/a", "The ferry sank."));

    const auto second = take(connection, submission("https://example.org/a", "The ferry did not sink."));
    const auto old = connection.run("find", access::read,
                                    [&](storage::transaction& tx) { return storage::find_article(tx, first.id, 1); });

    CHECK(second.id == first.id);
    CHECK(second.version == 2);
    CHECK(second.outcome == accept_outcome::new_version);
    REQUIRE(old);
    CHECK(old->text == "The ferry sank.");
    CHECK(old->newest == 2);
}

TEST_CASE("the smallest of several URLs names an article, whichever came first") {
    for (const bool swapped : {false, true}) {
        const tl::test::temp_database database;
        storage::session connection(database.options());
        take(connection, submission(swapped ? "https://example.org/b" : "https://example.org/a", "The ferry sank."));
        const auto second = take(
            connection, submission(swapped ? "https://example.org/a" : "https://example.org/b", "The ferry sank."));

        const auto found = connection.run(
            "find", access::read, [&](storage::transaction& tx) { return storage::find_article(tx, second.id); });

        REQUIRE(found);
        CHECK(found->url == "https://example.org/a");
    }
}

TEST_CASE("a changed text is a new version under any address of its article") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto first = take(connection, submission("https://example.org/z", "The ferry sank."));
    take(connection, submission("https://example.org/b", "The ferry sank."));

    const auto changed = take(connection, submission("https://example.org/z", "The ferry did not sink."));
    const auto behind = take(connection, submission("https://example.org/b", "The ferry sank."));
    const auto caught_up = take(connection, submission("https://example.org/b", "The ferry did not sink."));

    CHECK(changed.id == first.id);
    CHECK(changed.outcome == accept_outcome::new_version);
    CHECK(behind.outcome == accept_outcome::unchanged);
    CHECK(caught_up.outcome == accept_outcome::unchanged);
    CHECK(caught_up.version == 2);
}

TEST_CASE("one article taken in by many at once is stored once") {
    const tl::test::temp_database database;
    std::vector<std::string> ids(8);

    std::vector<std::thread> clients;
    for (std::size_t i = 0; i < ids.size(); ++i)
        clients.emplace_back([&, i] {
            storage::session connection(database.options());
            const auto incoming = submission(i % 2 == 0 ? "https://example.org/a" : "", "The ferry sank.");
            const auto done = connection.run("accept", access::write,
                                             [&](storage::transaction& tx) { return storage::accept(tx, incoming); });
            if (done) ids[i] = done->id;
        });
    for (auto& client : clients) client.join();

    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 1);
    CHECK(!ids.front().empty());
}

TEST_CASE("an unknown article is not found") {
    const tl::test::temp_database database;
    storage::session connection(database.options());

    const auto found = connection.run("find", access::read, [&](storage::transaction& tx) {
        return storage::find_article(tx, "a_0000000000000000");
    });

    REQUIRE_FALSE(found);
    CHECK(found.failure().code == tl::errc::not_found);
}

TEST_SUITE_END();
