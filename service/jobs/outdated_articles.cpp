#include "jobs/outdated_articles.hpp"

#include "storage/analysis_store.hpp"
#include "storage/job_store.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace throughline::jobs {
namespace {

/// So many that the timelines of their stories are not made again for each, so few that a new article waits seconds.
constexpr std::size_t at_a_time = 32;

}  // namespace

outdated_articles::outdated_articles(std::string reader) : reader_(std::move(reader)) {}

bool outdated_articles::queue_next(storage::session& database) {
    const std::lock_guard lock(mutex_);
    if (done_) return false;
    const auto queued = database.run("queue_outdated", storage::access::write, [&](storage::transaction& tx) {
        auto ids = storage::outdated_articles(tx, reader_, after_, at_a_time);
        storage::enqueue(tx, storage::job_kind::analyse, ids);
        return ids;
    });
    if (!queued) return false;
    done_ = queued->empty();
    if (!done_) after_ = queued->back();
    return !done_;
}

}  // namespace throughline::jobs
