#include "storage/migrator.hpp"

#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace tl = throughline;
namespace storage = throughline::storage;

TEST_SUITE_BEGIN("storage/migrator");

TEST_CASE("each migration is applied once, also by several processes at a time") {
    const tl::test::temp_database database(false);
    const auto migrations = storage::bundled_migrations();
    std::atomic<std::size_t> applied{0};
    std::atomic<int> failures{0};

    std::vector<std::thread> processes;
    for (int i = 0; i < 3; ++i)
        processes.emplace_back([&] {
            storage::session connection(database.options());
            const auto done = storage::migrate(connection, migrations);
            if (done)
                applied += done->size();
            else
                ++failures;
        });
    for (auto& process : processes) process.join();

    CHECK(failures == 0);
    CHECK(applied == migrations.size());
    storage::session connection(database.options());
    CHECK(storage::pending_migrations(connection, migrations)->empty());
}

TEST_CASE("a database without a schema has every migration pending") {
    const tl::test::temp_database database(false);
    storage::session connection(database.options());

    const auto pending = storage::pending_migrations(connection, storage::bundled_migrations());

    REQUIRE(pending);
    CHECK(pending->size() == storage::bundled_migrations().size());
    CHECK(pending->front() == "0001_articles");
}

TEST_CASE("an edited, a missing and a foreign migration are refused") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    const auto migrations = storage::bundled_migrations();

    auto edited = migrations;
    edited.back().sql += "-- afterthought";
    auto older = migrations;
    older.pop_back();
    auto inserted = migrations;
    inserted.insert(inserted.begin() + 1, {"0001_b", "SELECT 1"});

    for (const auto& list : {edited, older, inserted}) {
        const auto answer = storage::migrate(connection, list);
        REQUIRE_FALSE(answer);
        CHECK(answer.failure().code == tl::errc::conflict);
    }
}

TEST_CASE("a migration that fails leaves nothing behind") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    auto migrations = storage::bundled_migrations();
    migrations.push_back({"9999_broken", "CREATE TABLE half (a int); SELECT 1 / 0;"});

    CHECK_FALSE(storage::migrate(connection, migrations));

    const auto there = connection.run("look", storage::access::read, [](storage::transaction& tx) {
        return tx.exec_script("SELECT to_regclass('half') IS NOT NULL")[0][0].as<bool>();
    });
    REQUIRE(there);
    CHECK_FALSE(*there);
}

TEST_SUITE_END();
