// Killed at random moments, or run several times over, the service comes to what one undisturbed run comes to.
#include "pipeline/reader_fingerprint.hpp"
#include "support/articles.hpp"
#include "support/database_helpers.hpp"
#include "support/paths.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace tl = throughline;
namespace storage = throughline::storage;
using tl::test::execute;
using tl::test::value;

namespace {

/// `throughline serve` on the database; killed with -9 at the end of the scope.
class service_process {
public:
    explicit service_process(const std::string& database_url) {
        const auto program = (tl::test::binary_dir() / "throughline").string();
        const auto url = "DATABASE_URL=" + database_url;
        std::string words[] = {program, "serve", "--port", "0"};
        char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
        std::string variable = url;
        char* environment[] = {variable.data(), nullptr};
        posix_spawn_file_actions_t silent;
        posix_spawn_file_actions_init(&silent);
        posix_spawn_file_actions_addopen(&silent, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&silent, 2, "/dev/null", O_WRONLY, 0);
        REQUIRE(posix_spawn(&process_, program.c_str(), &silent, nullptr, arguments, environment) == 0);
        posix_spawn_file_actions_destroy(&silent);
    }
    ~service_process() {
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    service_process(const service_process&) = delete;
    service_process& operator=(const service_process&) = delete;

private:
    pid_t process_ = 0;
};

void take_in(storage::session& connection) {
    const std::vector<std::string> towns{"Salisbury", "Bristol", "Leeds", "York"};
    for (int i = 0; i < 40; ++i) {
        const auto& town = towns[static_cast<std::size_t>(i) % towns.size()];
        const auto number = std::to_string(i);
        const auto incoming = tl::test::submission(
            "https://example.org/" + number,
            "Police in " + town +
                " arrested Martin Hale on Tuesday after a fire at the harbour.\n\nMayor Ada Moss said on "
                "Wednesday that the inquiry into the fire would go on. She met witness " +
                number + " in " + town + ".",
            "Paper " + std::to_string(i % 3));
        tl::test::write(connection, [&](storage::transaction& tx) { return storage::accept(tx, incoming); });
    }
    for (const auto& article : tl::test::two_stories()) tl::test::plant(connection, article);
}

constexpr const char* jobs_taken = "SELECT string_agg(job_id::text, ',') FROM jobs WHERE state = 'running'";
constexpr const char* articles_read = "SELECT count(*) FROM article_profiles";

/// Until the query's answer changes, nothing is left to read, or patience ends.
void wait_for_change(storage::session& connection, const char* query) {
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    const auto before = value(connection, query);
    while (value(connection, query) == before && std::chrono::steady_clock::now() < patience &&
           value(connection, "SELECT count(*) FROM jobs WHERE kind = 'analyse' AND state = 'waiting'") != "0")
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

/// What is read already counts as read by this reader, which then does not read it again.
void give_to(storage::session& connection, const std::string& reader) {
    execute(connection, "UPDATE article_profiles SET reader = '" + reader + "'");
}

std::string undisturbed() {
    const tl::test::temp_database database;
    storage::session connection(database.options());
    take_in(connection);
    tl::test::work_off(database.options(), 2);
    return tl::test::chronologies(connection);
}

}  // namespace

TEST_SUITE_BEGIN("jobs/processes");

TEST_CASE("a service killed ten times with -9 loses nothing and doubles nothing") {
    const auto expected = undisturbed();
    const tl::test::temp_database database;
    storage::session connection(database.options());
    take_in(connection);
    give_to(connection, tl::pipeline::reader_fingerprint());
    std::mt19937 random(11);

    for (int round = 0; round < 10; ++round) {
        const service_process service(database.url());
        // However long it takes to start, it is killed at work: after it took its first articles, or stored them.
        wait_for_change(connection, round % 2 == 0 ? jobs_taken : articles_read);
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 600));
    }
    const auto read_by_the_killed = std::stoi(value(connection, "SELECT count(*) - 7 FROM article_profiles"));
    CHECK(read_by_the_killed > 0);
    MESSAGE("articles read by the killed processes: ", read_by_the_killed);
    // A minute later the leases of the dead have run out.
    execute(connection, "UPDATE jobs SET lease_until = clock_timestamp() - interval '1 s' WHERE state = 'running'");
    give_to(connection, "");
    tl::test::work_off(database.options(), 2);

    CHECK(tl::test::chronologies(connection) == expected);
    CHECK(tl::test::ids_astray(connection) == "");
    CHECK(value(connection, "SELECT count(*) FROM articles WHERE status <> 'processed'") == "0");
    CHECK(value(connection, "SELECT count(*) FROM articles") == "47");
}

TEST_CASE("three services on one database come to what one does") {
    const auto expected = undisturbed();
    const tl::test::temp_database database;
    storage::session connection(database.options());
    take_in(connection);
    give_to(connection, tl::pipeline::reader_fingerprint());

    {
        const service_process one(database.url());
        const service_process two(database.url());
        const service_process three(database.url());
        tl::test::work_off(database.options(), 0, 0);
    }

    CHECK(tl::test::chronologies(connection) == expected);
    CHECK(tl::test::ids_astray(connection) == "");
}

TEST_SUITE_END();
