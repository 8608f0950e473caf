// The threads that take articles from the job table through the pipeline into stories and timelines.
#pragma once

#include "storage/change_feed.hpp"
#include "storage/session.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace throughline::jobs {

struct worker_options {
    storage::session_options database;
    std::size_t threads = 2;                     ///< compute threads, each with a connection
    std::chrono::milliseconds poll{500};         ///< how often an idle pool looks for jobs of other processes
    std::chrono::seconds lease{60};              ///< a job not renewed for so long is taken from a dead worker
    int max_attempts = 5;                        ///< failures of a job after which it is given up
    std::chrono::milliseconds first_retry{500};  ///< doubled with each further failure, at most one minute
    std::uint32_t history_revisions = 500;       ///< of a story that can be shown again as they were
    std::string reader;                          ///< articles that another one has read are read again
};

/// All may be empty; called on the worker's threads.
struct worker_hooks {
    std::function<void(const storage::change&)> changed;                ///< after commit, in this process at once
    std::function<void(std::string_view stage, double seconds)> stage;  ///< each pipeline stage
    std::function<void(std::string_view kind, std::string_view outcome, double seconds)> job;
    std::function<void(std::string_view message, std::string_view subject)> problem;  ///< worth a log line
    storage::job_observer database;
};

class worker_pool {
public:
    worker_pool(worker_options options, worker_hooks hooks);
    /// As stop().
    ~worker_pool();
    worker_pool(const worker_pool&) = delete;
    worker_pool& operator=(const worker_pool&) = delete;

    /// Says that a job was queued by this process, so that an idle thread looks at once.
    void wake();

    /// Ends each job in hand or puts it back, and joins the threads.
    void stop();

private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

}  // namespace throughline::jobs
