// What a job works with: its worker's connection and name, and what the process wants to hear.
#pragma once

#include "jobs/formation_memory.hpp"
#include "jobs/story_memory.hpp"
#include "jobs/worker_pool.hpp"
#include "storage/job_store.hpp"
#include "storage/session.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::jobs {

struct job_context {
    storage::session& database;
    const std::string& worker;  ///< in whose name jobs are claimed
    const worker_hooks& hooks;
    story_memory& memory;                  ///< shared by the workers of the process
    formation_memory& formation;           ///< shared as well
    const std::string& reader;             ///< worker_options::reader
    std::uint32_t history_revisions;       ///< of a story that can be shown again
    std::vector<storage::change> changes;  ///< of the transaction in hand; told to the process once it is committed
};

/// The refusal that rolls back a job whose lease went to another worker.
inline error lost_lease() { return {errc::conflict, "another worker has taken the job over", {}}; }

}  // namespace throughline::jobs
