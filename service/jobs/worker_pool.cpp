#include "jobs/worker_pool.hpp"

#include "jobs/worker.hpp"
#include "storage/job_store.hpp"

#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace throughline::jobs {
namespace {

/// Names this process among all that ever worked on the database.
std::string process_name() {
    char host[256] = "";
    gethostname(host, sizeof host - 1);
    std::random_device device;
    return std::string(host) + ":" + std::to_string(getpid()) + ":" + std::to_string(device());
}

}  // namespace

struct worker_pool::impl {
    impl(worker_options chosen, worker_hooks told) : options(std::move(chosen)), hooks(std::move(told)) {
        // Joining a large story takes longer than a request may.
        options.database.statement_timeout = std::max(options.database.statement_timeout, patience);
        options.database.lock_timeout = std::max(options.database.lock_timeout, patience);
        options.database.idle_in_transaction_timeout = std::max(options.database.idle_in_transaction_timeout, patience);
        const auto process = process_name();
        for (std::size_t i = 0; i < options.threads; ++i) names.push_back(process + ":" + std::to_string(i));
        for (const auto& name : names) threads.emplace_back([this, name] { serve(name); });
        threads.emplace_back([this] { keep_leases(); });
    }

    void serve(const std::string& name) {
        worker own(options, hooks, memory, formation, outdated, name);
        while (!is_stopping()) {
            const auto seen = generation_now();
            switch (own.work_once()) {
                case worker::outcome::worked: wake(); break;
                case worker::outcome::idle: wait(seen, options.poll); break;
                case worker::outcome::unavailable: wait_for_stop(options.poll); break;
            }
        }
        own.release();
    }

    /// Renews the leases of all threads, also of one that reads a long article, and takes back those of the dead.
    void keep_leases() {
        storage::session database(options.database, hooks.database);
        while (!is_stopping()) {
            const auto reclaimed = database.run("keep_leases", storage::access::write, [&](storage::transaction& tx) {
                for (const auto& name : names) storage::renew(tx, name, options.lease);
                return storage::reclaim_expired(tx);
            });
            if (reclaimed && *reclaimed > 0) wake();
            wait_for_stop(std::chrono::duration_cast<std::chrono::milliseconds>(options.lease) / 4);
        }
    }

    bool is_stopping() {
        const std::lock_guard lock(mutex);
        return stopping;
    }

    std::uint64_t generation_now() {
        const std::lock_guard lock(mutex);
        return generation;
    }

    void wait(std::uint64_t seen, std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, at_most, [&] { return stopping || generation != seen; });
    }

    void wait_for_stop(std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, at_most, [&] { return stopping; });
    }

    void wake() {
        {
            const std::lock_guard lock(mutex);
            ++generation;
        }
        changed.notify_all();
    }

    void stop() {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        changed.notify_all();
        for (auto& thread : threads)
            if (thread.joinable()) thread.join();
    }

    static constexpr std::chrono::milliseconds patience{60000};

    worker_options options;
    worker_hooks hooks;
    story_memory memory{30'000};
    outdated_articles outdated{options.reader};
    formation_memory formation{10'000, 2'000'000};
    std::vector<std::string> names;
    std::mutex mutex;
    std::condition_variable changed;
    std::uint64_t generation = 0;  ///< of the jobs that this process knows to be queued
    bool stopping = false;
    std::vector<std::thread> threads;
};

worker_pool::worker_pool(worker_options options, worker_hooks hooks)
    : impl_(std::make_unique<impl>(std::move(options), std::move(hooks))) {}

worker_pool::~worker_pool() { stop(); }

void worker_pool::wake() { impl_->wake(); }

void worker_pool::stop() { impl_->stop(); }

}  // namespace throughline::jobs
