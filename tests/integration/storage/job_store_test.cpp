#include "storage/job_store.hpp"

#include "support/database_helpers.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <thread>

namespace tl = throughline;
namespace storage = throughline::storage;
using storage::job_kind;
using tl::test::execute;
using tl::test::value;
using tl::test::write;
using namespace std::chrono_literals;

namespace {

void enqueue(storage::session& connection, job_kind kind, const std::vector<std::string>& subjects) {
    write(connection, [&](storage::transaction& tx) {
        storage::enqueue(tx, kind, subjects);
        return true;
    });
}

std::vector<storage::job> claim(storage::session& connection, std::string_view worker,
                                storage::batch_limits most = {}) {
    return write(connection, [&](storage::transaction& tx) { return storage::claim(tx, worker, 60s, most); });
}

}  // namespace

TEST_SUITE_BEGIN("storage/job_store");

TEST_CASE("a job is queued once while it waits and again while it runs") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    enqueue(connection, job_kind::assemble, {"s_1", "s_1", "s_2"});
    enqueue(connection, job_kind::assemble, {"s_1"});
    CHECK(value(connection, "SELECT count(*) FROM jobs") == "2");

    CHECK(claim(connection, "one").size() == 1);
    CHECK(claim(connection, "one").size() == 1);
    enqueue(connection, job_kind::assemble, {"s_1"});

    CHECK(value(connection, "SELECT count(*) FROM jobs WHERE state = 'waiting'") == "1");
    CHECK(claim(connection, "two").empty());
}

TEST_CASE("a waiting job that is asked for again is not started before the asker has committed") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    storage::session other(database.options());
    enqueue(connection, job_kind::assemble, {"s_1"});

    const auto meanwhile = write(connection, [&](storage::transaction& tx) {
        storage::enqueue(tx, job_kind::assemble, {"s_1"});
        return claim(other, "two").size();
    });

    CHECK(meanwhile == 0);
    CHECK(claim(other, "two").size() == 1);
}

TEST_CASE("workers that claim at once never share a job") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    std::vector<std::string> subjects;
    for (int i = 0; i < 40; ++i) subjects.push_back("a_" + std::to_string(i));
    enqueue(connection, job_kind::analyse, subjects);
    std::vector<std::vector<std::string>> taken(4);

    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < taken.size(); ++i)
        workers.emplace_back([&, i] {
            storage::session own(database.options());
            for (int round = 0; round < 10; ++round) {
                const auto jobs = own.run("claim", storage::access::write, [&](storage::transaction& tx) {
                    return storage::claim(tx, "worker " + std::to_string(i), 60s, {});
                });
                if (jobs)
                    for (const auto& job : *jobs) taken[i].push_back(job.subject);
            }
        });
    for (auto& worker : workers) worker.join();

    std::multiset<std::string> all;
    for (const auto& list : taken) all.insert(list.begin(), list.end());
    CHECK(all.size() == 40);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == 40);
}

TEST_CASE("a claim of a place takes others of its kind along, but not those that failed before") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    enqueue(connection, job_kind::form, {"a_1", "a_2", "a_3", "a_4"});
    execute(connection, "UPDATE jobs SET attempts = 1 WHERE subject = 'a_3'");

    const auto batch = claim(connection, "one", {.form = 10});

    CHECK(batch.size() == 3);
    CHECK(std::none_of(batch.begin(), batch.end(), [](const auto& job) { return job.subject == "a_3"; }));
    CHECK(claim(connection, "one", {.form = 10}).size() == 1);
}

TEST_CASE("a claim of an article to read takes a part of those that wait along") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    std::vector<std::string> ids;
    for (int i = 10; i < 30; ++i) ids.push_back("a_" + std::to_string(i));
    enqueue(connection, job_kind::analyse, ids);

    CHECK(claim(connection, "one", {.analyse = 4}).size() == 4);
    CHECK(claim(connection, "one", {.analyse = 8}).size() == 1 + 15 / 4);
    CHECK(claim(connection, "one", {.analyse = 8}).size() == 1 + 10 / 4);
}

TEST_CASE("only the worker that holds a job can end it") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    enqueue(connection, job_kind::analyse, {"a_1"});
    const auto job = claim(connection, "one").front();

    const auto ended = [&](std::string_view worker) {
        return write(connection, [&](storage::transaction& tx) { return storage::finish(tx, worker, {job.id}); });
    };

    CHECK_FALSE(ended("two"));
    CHECK(ended("one"));
    CHECK_FALSE(ended("one"));
}

TEST_CASE("what a dead worker held comes back with one more death, which is no failure of the job's") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    enqueue(connection, job_kind::assemble, {"s_1", "s_2"});
    claim(connection, "dead");
    claim(connection, "dead");
    enqueue(connection, job_kind::assemble, {"s_2"});
    execute(connection, "UPDATE jobs SET lease_until = clock_timestamp() - interval '1 s' WHERE state = 'running'");

    const auto reclaimed = write(connection, [](storage::transaction& tx) { return storage::reclaim_expired(tx); });

    CHECK(reclaimed == 2);
    CHECK(value(connection,
                "SELECT string_agg(subject || ' ' || attempts || ' ' || deaths, ',' ORDER BY subject) FROM jobs "
                "WHERE state = 'waiting'") == "s_1 0 1,s_2 0 1");
}

TEST_CASE("a job that a process died of is claimed alone, and its deaths are kept when it fails or is put back") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    enqueue(connection, job_kind::form, {"a_1", "a_2"});
    execute(connection, "UPDATE jobs SET deaths = 3, due_at = due_at - interval '1 s' WHERE subject = 'a_1'");

    const auto first = claim(connection, "one", {.form = 10});
    REQUIRE(first.size() == 1);
    CHECK(first[0].deaths == 3);
    write(connection, [](storage::transaction& tx) {
        storage::release(tx, "one");
        return true;
    });
    const auto second = claim(connection, "one", {.form = 10});
    REQUIRE(second.size() == 1);
    write(connection, [&](storage::transaction& tx) {
        storage::retry(tx, "one", second[0].id, "it hurt", 0ms);
        return true;
    });

    CHECK(value(connection, "SELECT attempts || ' ' || deaths FROM jobs WHERE subject = 'a_1'") == "1 3");
}

TEST_CASE("released jobs go back without a failure") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    enqueue(connection, job_kind::form, {"a_1", "a_2"});
    claim(connection, "one", {.form = 2});

    write(connection, [](storage::transaction& tx) {
        storage::release(tx, "one");
        return true;
    });

    CHECK(value(connection, "SELECT count(*) FROM jobs WHERE state = 'waiting' AND attempts = 0") == "2");
}

TEST_CASE("a failed job waits before it is tried again, a buried one stays with its reason") {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    enqueue(connection, job_kind::analyse, {"a_1", "a_2"});
    const auto first = claim(connection, "one").front();
    const auto second = claim(connection, "one").front();

    write(connection, [&](storage::transaction& tx) {
        storage::retry(tx, "one", first.id, "it hurt", 60000ms);
        storage::bury(tx, "one", second.id, "hopeless");
        return true;
    });

    CHECK(claim(connection, "one").empty());
    CHECK(value(connection, "SELECT attempts || ' ' || reason FROM jobs WHERE state = 'waiting'") == "1 it hurt");
    CHECK(value(connection, "SELECT reason FROM jobs WHERE state = 'dead'") == "hopeless");
    const auto states = write(connection, [](storage::transaction& tx) { return storage::queue_states(tx); });
    REQUIRE(states.size() == 1);
    CHECK(states.front().waiting == 1);
    CHECK(states.front().dead == 1);
}

TEST_SUITE_END();
