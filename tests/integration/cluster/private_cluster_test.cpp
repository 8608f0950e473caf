#include "cluster/private_cluster.hpp"

#include "cluster/cluster_error.hpp"
#include "support/temp_directory.hpp"

#include <doctest/doctest.h>
#include <libpq-fe.h>

#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

namespace cluster = throughline::cluster;
namespace fs = std::filesystem;
using throughline::test::temp_directory;

namespace {

/// The first field of the answer, or the error after "failed: ".
std::string query(const std::string& url, const char* sql) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(url.c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(connection.get(), sql), PQclear);
    if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) return "";
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
        return std::string("failed: ") + PQerrorMessage(connection.get());
    return PQgetvalue(answer.get(), 0, 0);
}

std::string refusal(const fs::path& directory) {
    try {
        const cluster::private_cluster unexpected(directory);
        return "";
    } catch (const cluster::cluster_error& error) {
        return error.what();
    }
}

bool eventually_answers(const std::string& url) {
    for (int round = 0; round < 600; ++round) {
        if (query(url, "SELECT 'up'") == "up") return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

}  // namespace

TEST_CASE("a fresh cluster has checksums, no network and keeps its data over a restart") {
    const temp_directory place;
    {
        const cluster::private_cluster first(place.path());
        CHECK(query(first.url(), "SHOW data_checksums") == "on");
        CHECK(query(first.url(), "SHOW listen_addresses") == "");
        CHECK(query(first.url(), "SHOW server_encoding") == "UTF8");
        CHECK(query(first.url(), "CREATE TABLE kept AS SELECT 42 AS answer") == "");
    }

    const cluster::private_cluster second(place.path());

    CHECK(query(second.url(), "SELECT answer FROM kept") == "42");
}

TEST_CASE("PostgreSQL never runs as root") {
    const temp_directory place;
    const cluster::private_cluster running(place.path());

    std::ifstream status("/proc/" + std::to_string(running.process_id()) + "/status");
    std::string line;
    while (std::getline(status, line) && !line.starts_with("Uid:")) continue;

    REQUIRE(line.starts_with("Uid:"));
    CHECK(line.find("\t0\t") == std::string::npos);
}

TEST_CASE("a directory in use is refused with a clear sentence") {
    const temp_directory place;
    const cluster::private_cluster running(place.path());

    CHECK(refusal(place.path()).find("is in use by another throughline process") != std::string::npos);
}

TEST_CASE("a cluster of another major version is refused and left alone") {
    const temp_directory place;
    fs::create_directories(place.path() / "postgres");
    std::ofstream(place.path() / "postgres" / "PG_VERSION") << "9\n";

    CHECK(refusal(place.path()).find("belongs to PostgreSQL 9") != std::string::npos);
    CHECK(fs::exists(place.path() / "postgres" / "PG_VERSION"));
}

TEST_CASE("a folder that is no cluster is refused and left alone") {
    const temp_directory place;
    fs::create_directories(place.path() / "postgres" / "photos");

    CHECK(refusal(place.path()).find("is no PostgreSQL cluster") != std::string::npos);
    CHECK(fs::exists(place.path() / "postgres" / "photos"));
}

TEST_CASE("an initdb cut short leaves nothing that keeps the next start from working") {
    const temp_directory place;
    fs::create_directories(place.path() / "postgres.new" / "base");

    const cluster::private_cluster running(place.path());

    CHECK(query(running.url(), "SELECT 1") == "1");
    CHECK_FALSE(fs::exists(place.path() / "postgres.new"));
}

TEST_CASE("PostgreSQL killed with -9 comes back with all that was committed") {
    const temp_directory place;
    const cluster::private_cluster running(place.path());
    query(running.url(), "CREATE TABLE kept AS SELECT 42 AS answer");

    kill(running.process_id(), SIGKILL);

    CHECK(eventually_answers(running.url()));
    CHECK(query(running.url(), "SELECT answer FROM kept") == "42");
}

TEST_CASE("after the service is killed with -9 the next one takes over the directory") {
    const temp_directory place;
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t service = fork();
    if (service == 0) {
        const cluster::private_cluster running(place.path());
        query(running.url(), "CREATE TABLE kept AS SELECT 42 AS answer");
        if (write(ready[1], "x", 1) != 1) _exit(1);
        pause();
    }
    char mark = 0;
    REQUIRE(read(ready[0], &mark, 1) == 1);

    kill(service, SIGKILL);
    waitpid(service, nullptr, 0);
    const cluster::private_cluster next(place.path());

    CHECK(query(next.url(), "SELECT answer FROM kept") == "42");
}

TEST_CASE("a stale pid file whose number belongs to another process does not stop the start") {
    const temp_directory place;
    { const cluster::private_cluster first(place.path()); }
    std::ofstream(place.path() / "postgres" / "postmaster.pid") << getpid() << "\n/elsewhere\n";

    const cluster::private_cluster second(place.path());

    CHECK(query(second.url(), "SELECT 1") == "1");
}

TEST_CASE("a long path still gets a socket") {
    const temp_directory place;
    const auto deep = place.path() / std::string(60, 'a') / std::string(60, 'b');
    fs::create_directories(deep);
    fs::permissions(deep.parent_path(), fs::perms::all);

    const cluster::private_cluster running(deep);

    CHECK(query(running.url(), "SELECT 1") == "1");
}
