// The job table: claimed with a lease, so that what a dead worker held comes back.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;

enum class job_kind : std::uint8_t {
    analyse,  ///< subject: article; read it and store its mentions and terms
    form,     ///< subject: article; give it its place among the stories
    regroup,  ///< subject: story; divide it anew after an article left
    assemble  ///< subject: story; write its timeline
};
std::string_view name(job_kind kind);

struct job {
    std::int64_t id = 0;
    job_kind kind = job_kind::analyse;
    std::string subject;
    int attempts = 0;  ///< failures so far
    int deaths = 0;    ///< how often a process died that had it in hand
};

/// Queues a job unless the same one waits already.
void enqueue(transaction& tx, job_kind kind, const std::vector<std::string>& subjects);

/// How many jobs of a kind one claim takes at most.
struct batch_limits {
    int form = 1;
    int analyse = 1;
};

/// Takes the next job that is due, for `lease`, in the name of `worker`; with it, when it never failed and no process
/// died of it, others of its kind of which that is true. Never two jobs of one kind and subject at once. Empty when
/// nothing is due.
std::vector<job> claim(transaction& tx, std::string_view worker, std::chrono::seconds lease, batch_limits most);

/// Renews the leases of a worker's jobs.
void renew(transaction& tx, std::string_view worker, std::chrono::seconds lease);

/// Ends jobs that are done. False when one of them is no longer this worker's: its work must not be committed.
bool finish(transaction& tx, std::string_view worker, const std::vector<std::int64_t>& ids);

/// Puts all that a worker holds back into the queue, without counting a failure.
void release(transaction& tx, std::string_view worker);

/// Counts a failure and queues the job again after `delay`.
void retry(transaction& tx, std::string_view worker, std::int64_t id, std::string_view reason,
           std::chrono::milliseconds delay);

/// Gives a job up; it stays in the table with its reason.
void bury(transaction& tx, std::string_view worker, std::int64_t id, std::string_view reason);

/// Jobs whose lease has run out go back into the queue with one more death; returns how many.
std::uint64_t reclaim_expired(transaction& tx);

/// For metrics.
struct queue_state {
    std::string kind;
    std::uint64_t waiting = 0;
    std::uint64_t running = 0;
    std::uint64_t dead = 0;
    double oldest_seconds = 0;  ///< age of the oldest waiting job
};
std::vector<queue_state> queue_states(transaction& tx);

}  // namespace throughline::storage
