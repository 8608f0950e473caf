// Articles a second from acceptance to finished timelines, without HTTP: store, pipeline and stories alone.
//   bench_ingest FILE.jsonl [ARTICLES] [THREADS]
// Uses DATABASE_URL, an empty migrated or unmigrated database, else a private cluster that is thrown away.
#include "cluster/private_cluster.hpp"
#include "ingest/article_input.hpp"
#include "jobs/worker_pool.hpp"
#include "storage/article_store.hpp"
#include "storage/migrator.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace tl = throughline;
namespace storage = throughline::storage;
using seconds = std::chrono::duration<double>;
using clock_type = std::chrono::steady_clock;

namespace {

/// Calls and seconds by name, from several threads.
class tally {
public:
    void add(std::string_view name, double taken) {
        const std::lock_guard lock(mutex_);
        auto& entry = entries_[std::string(name)];
        ++entry.first;
        entry.second += taken;
    }
    void print(const char* title) {
        std::printf("%s\n", title);
        for (const auto& [name, entry] : entries_)
            std::printf("  %-28s %8zu calls %9.3f s %9.3f ms each\n", name.c_str(), entry.first, entry.second,
                        1000 * entry.second / static_cast<double>(entry.first));
    }

private:
    std::mutex mutex_;
    std::map<std::string, std::pair<std::size_t, double>> entries_;
};

std::vector<storage::submission> read_articles(const char* path, std::size_t most) {
    std::vector<storage::submission> list;
    std::ifstream in(path);
    tl::ingest::limits limits;
    limits.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    for (std::string line; list.size() < most && std::getline(in, line);) {
        const auto article = tl::ingest::read_article(line, limits);
        if (!article) continue;
        storage::submission next;
        next.url = article->url;
        next.headline = article->headline;
        next.publisher = article->publisher;
        next.authors = article->authors;
        next.published = article->published;
        next.published_at = tl::to_string(article->published);
        next.language = article->language;
        next.english = article->english;
        next.text = article->text;
        next.text_hash = article->text_hash;
        next.content_hash = article->content_hash;
        next.wire = article->wire;
        next.signature = article->signature.bytes();
        list.push_back(std::move(next));
    }
    return list;
}

std::string count(storage::session& connection, const std::string& sql) {
    const auto rows = connection.run("count", storage::access::read, [&](storage::transaction& tx) {
        return tx.exec_script(sql)[0][0].as<std::string>();
    });
    return rows ? *rows : "?";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: bench_ingest FILE.jsonl [ARTICLES] [THREADS]\n";
        return 2;
    }
    const auto articles = read_articles(argv[1], argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 500);
    std::optional<tl::cluster::private_cluster> cluster;
    storage::session_options options;
    if (const char* url = std::getenv("DATABASE_URL")) {
        options.url = url;
    } else {
        cluster.emplace(std::filesystem::temp_directory_path() / ("throughline-bench-" + std::to_string(getpid())));
        options.url = cluster->url();
    }
    storage::session connection(options);
    if (const auto done = storage::migrate(connection, storage::bundled_migrations()); !done) {
        std::cerr << done.failure().detail << '\n';
        return 1;
    }

    const auto begin = clock_type::now();
    for (const auto& article : articles) {
        const auto taken = connection.run("accept", storage::access::write,
                                          [&](storage::transaction& tx) { return storage::accept(tx, article); });
        if (!taken) std::cerr << taken.failure().detail << '\n';
    }
    const seconds accepting = clock_type::now() - begin;
    std::printf("accepted   %zu articles in %.2f s, %.0f articles/s\n", articles.size(), accepting.count(),
                static_cast<double>(articles.size()) / accepting.count());

    tally stages;
    tally jobs;
    tally statements;
    tl::jobs::worker_hooks hooks;
    hooks.stage = [&](std::string_view name, double taken) { stages.add(name, taken); };
    hooks.job = [&](std::string_view kind, std::string_view outcome, double taken) {
        jobs.add(std::string(kind) + " " + std::string(outcome), taken);
    };
    hooks.database = [&](const storage::job_report& report) { statements.add(report.name, report.seconds); };
    hooks.problem = [](std::string_view message, std::string_view subject) {
        std::cerr << subject << ": " << message << '\n';
    };
    tl::jobs::worker_options worker;
    worker.database = options;
    worker.threads = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : std::thread::hardware_concurrency();
    const auto start = clock_type::now();
    {
        tl::jobs::worker_pool pool(worker, hooks);
        while (count(connection, "SELECT count(*) FROM jobs WHERE state <> 'dead'") != "0")
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    const seconds processing = clock_type::now() - start;
    std::printf("processed  %zu articles in %.2f s, %.1f articles/s with %zu threads\n", articles.size(),
                processing.count(), static_cast<double>(articles.size()) / processing.count(), worker.threads);
    for (const char* what : {"stories", "events", "mentions", "article_links", "jobs"})
        std::printf("%-15s %s\n", what, count(connection, std::string("SELECT count(*) FROM ") + what).c_str());
    std::printf("failed          %s\n",
                count(connection, "SELECT count(*) FROM articles WHERE status = 'failed'").c_str());
    stages.print("stages");
    jobs.print("jobs");
    statements.print("transactions");
    return 0;
}
