// One compute thread: claims jobs, does them, and sees to those that fail.
#pragma once

#include "jobs/job_context.hpp"
#include "jobs/outdated_articles.hpp"
#include "jobs/worker_pool.hpp"

#include <string>
#include <vector>

namespace throughline::jobs {

class worker {
public:
    worker(const worker_options& options, const worker_hooks& hooks, story_memory& memory, formation_memory& formation,
           outdated_articles& outdated, std::string name);

    /// What one round came to.
    enum class outcome {
        worked,      ///< jobs were done; more may wait
        idle,        ///< nothing is due
        unavailable  ///< the database does not answer
    };
    outcome work_once();

    /// Puts back what it holds; called when the thread ends.
    void release();

    const std::string& name() const { return name_; }

private:
    void handle(const std::vector<storage::job>& jobs);
    result<bool> run(const std::vector<storage::job>& jobs);
    void settle_failure(const std::vector<storage::job>& jobs, const error& failure);
    void give_up(const storage::job& job, const std::string& reason);
    void try_again(const std::vector<storage::job>& jobs, const std::string& reason);

    const worker_options& options_;
    const worker_hooks& hooks_;
    outdated_articles& outdated_;
    std::string name_;
    storage::session database_;
    job_context context_;
    bool holding_ = false;  ///< the database may still hold jobs in this worker's name
};

}  // namespace throughline::jobs
