// What the service serves and takes in, against what the machine can do, in one run:
//   bench_http [SECONDS] [FILE.jsonl [ARTICLES]]
// GET of a cached timeline against Beast alone with the same bytes, GET of an uncached one against pgbench with the
// same query, memory, and articles a second from POST to finished timelines. SECONDS is the length of a round (3);
// FILE.jsonl holds a body for POST /v1/articles a line. Uses DATABASE_URL, else a private cluster that is thrown away.
#include "bare_server.hpp"
#include "load_generator.hpp"
#include "log/log.hpp"
#include "sample_stories.hpp"
#include "storage/timeline_store.hpp"
#include "support/http_client.hpp"
#include "support/live_service.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <thread>
#include <vector>

namespace bench = throughline::bench;
namespace config = throughline::config;
namespace storage = throughline::storage;
namespace test = throughline::test;
using clock_type = std::chrono::steady_clock;

namespace {

constexpr int rounds = 5;

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double resident_megabytes() {
    std::ifstream in("/proc/self/statm");
    double pages = 0;
    in >> pages >> pages;
    return pages * 4096 / 1e6;
}

std::string timeline_path(int story) { return "/v1/stories/" + bench::sample_story_id(story) + "/timeline"; }

/// Alternating rounds of two measurements, so that a busy moment of the machine meets both.
template <class Left, class Right>
void compare(const char* left_name, Left left, const char* right_name, Right right, double goal) {
    std::vector<double> lefts;
    std::vector<double> rights;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const auto one = left();
        const auto other = right();
        if (!one || !other) {
            std::printf("%s: not measured (wrk or pgbench is missing, or a response was not 200)\n", left_name);
            return;
        }
        lefts.push_back(*one);
        rights.push_back(*other);
        ratios.push_back(*one / *other);
    }
    std::printf("%-34s %9.0f/s   %-30s %9.0f/s   ratio %.2f (goal %.2f)\n", left_name, median(lefts), right_name,
                median(rights), median(ratios), goal);
    std::fflush(stdout);
}

void bench_cached(const std::string& url, int seconds) {
    config::settings settings;
    settings.workers = 0;
    settings.cache_bytes = 256 * 1024 * 1024;
    test::live_service service(settings, url);
    const auto body = test::fetch(service.base(), "GET", timeline_path(1)).body;
    const bench::bare_server bare(body);
    std::printf("a timeline of %d events, %.1f KB\n", bench::sample_event_count,
                static_cast<double>(body.size()) / 1e3);
    compare(
        "cached timeline", [&] { return bench::wrk(service.base() + timeline_path(1), seconds); },
        "Beast alone, same bytes", [&] { return bench::wrk(bare.base_url() + "/", seconds); }, .70);

    const double before = resident_megabytes();
    for (int story = 1; story <= bench::sample_story_count; ++story)
        test::fetch(service.base(), "GET", timeline_path(story), {{"Accept-Encoding", "gzip"}});
    std::printf("memory: %.1f MB, with %d timelines kept (plain and gzip) %.1f MB\n", before, bench::sample_story_count,
                resident_megabytes());
}

/// The statement that the store really runs, with literals for its parameters.
std::string timeline_statement(const std::string& url) {
    storage::session_options options;
    options.url = url;
    storage::session connection(options);
    std::string sql;
    const auto read = connection.run("bench", storage::access::read, [&](storage::transaction& tx) {
        storage::timeline_query query;
        query.story_id = bench::sample_story_id(1);
        const auto page = storage::read_timeline(tx, query);
        const auto rows = tx.exec_script("SELECT statement FROM pg_prepared_statements WHERE name = 'read_timeline'");
        sql = rows[0][0].c_str();
        return page.has_value();
    });
    if (!read || !*read) throw std::runtime_error("the sample story cannot be read");
    const auto replace = [&](const std::string& parameter, const std::string& value) {
        for (auto place = sql.find(parameter); place != std::string::npos; place = sql.find(parameter, place))
            sql.replace(place, parameter.size(), value);
    };
    replace("$1", "('s_' || lpad(:n::text, 16, '0'))");
    replace("$2", "50");
    replace("$3", "0");
    replace("HH24:MI:SS", "HH24-MI-SS");  // pgbench takes a colon for the begin of a variable
    std::replace(sql.begin(), sql.end(), '\n', ' ');
    return sql;
}

void bench_uncached(const std::string& url, int seconds) {
    config::settings settings;
    settings.workers = 0;
    settings.cache_bytes = 0;
    test::live_service service(settings, url);
    const auto folder = std::filesystem::temp_directory_path().string();
    const auto lua = folder + "/throughline_bench.lua";
    const auto script = folder + "/throughline_bench.sql";
    const auto count = std::to_string(bench::sample_story_count);
    bench::write_file(lua,
                      "request = function() return wrk.format('GET', string.format('/v1/stories/s_%016d/timeline', "
                      "math.random(1, " +
                          count + "))) end\n");
    bench::write_file(script, "\\set n random(1, " + count + ")\n" + timeline_statement(url) + ";\n");
    compare(
        "timeline read from the database", [&] { return bench::wrk(service.base() + "/", seconds, lua); },
        "pgbench, same query", [&] { return bench::pgbench(url, script, seconds); }, .60);
}

std::vector<std::string> read_lines(const std::string& file, std::size_t most) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; lines.size() < most && std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::size_t unfinished_jobs(storage::session& connection) {
    std::size_t count = 0;
    const auto read = connection.run("bench", storage::access::read, [&](storage::transaction& tx) {
        count = tx.exec_script("SELECT count(*) FROM jobs WHERE state <> 'dead'")[0][0].as<std::size_t>();
        return true;
    });
    return read ? count : 1;
}

void bench_posting(const std::vector<std::string>& articles) {
    test::live_service service;
    const auto begun = clock_type::now();
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> refused{0};
    std::vector<std::thread> clients;
    for (int client = 0; client < 4; ++client)
        clients.emplace_back([&] {
            for (std::size_t index = next++; index < articles.size(); index = next++) {
                const auto answer = test::fetch(service.base(), "POST", "/v1/articles",
                                                {{"Content-Type", "application/json"}}, articles[index]);
                if (answer.status >= 300) ++refused;
            }
        });
    for (auto& client : clients) client.join();
    const std::chrono::duration<double> accepted = clock_type::now() - begun;

    storage::session_options options;
    options.url = service.database_url();
    storage::session connection(options);
    while (unfinished_jobs(connection) > 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const std::chrono::duration<double> processed = clock_type::now() - begun;
    const auto count = static_cast<double>(articles.size());
    std::printf("%zu articles posted (%zu refused): %.0f/s accepted, %.0f/s processed to finished timelines; %.1f MB\n",
                articles.size(), refused.load(), count / accepted.count(), count / processed.count(),
                resident_megabytes());
}

}  // namespace

int main(int argc, char** argv) {
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 3;
    throughline::log::set_level(throughline::log::level::error);
    {
        const test::temp_database database;
        bench::fill_sample_stories(database.url());
        bench_cached(database.url(), seconds);
        bench_uncached(database.url(), seconds);
    }
    if (argc > 2) bench_posting(read_lines(argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 1000));
    return 0;
}
