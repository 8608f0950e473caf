#include "storage/job_store.hpp"

#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <array>

namespace throughline::storage {
namespace {

constexpr std::array<std::string_view, 4> kind_names{"analyse", "form", "regroup", "assemble"};

// $1 kind, $2 subjects. A job that waits already is locked, so that nobody starts it before this transaction has
// committed what the job is to see.
constexpr query enqueue_jobs{"enqueue_jobs", R"(
    INSERT INTO jobs (kind, subject) SELECT DISTINCT $1, subject FROM unnest($2::text[]) AS subject ORDER BY subject
    ON CONFLICT (kind, subject) WHERE state = 'waiting' DO UPDATE SET due_at = jobs.due_at)"};

// The next job of a set; $1 worker, $2 lease in seconds. A subject that is being worked on waits for its turn.
#define CLAIM_ONE(condition)                                                                                      \
    "UPDATE jobs SET state = 'running', worker = $1, lease_until = clock_timestamp() + $2 * interval '1 second' " \
    "WHERE job_id = (SELECT job_id FROM jobs AS next WHERE state = 'waiting' AND " condition                      \
    " AND NOT EXISTS (SELECT FROM jobs AS held WHERE held.state = 'running' AND held.kind = next.kind "           \
    "AND held.subject = next.subject) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) "                           \
    "RETURNING job_id, kind, subject, attempts, deaths"

// What follows from reading is left to gather while there is more to read, so that one pass serves many articles.
constexpr query claim_overdue{"claim_overdue",
                              CLAIM_ONE("kind <> 'analyse' AND due_at <= clock_timestamp() - interval '2 seconds'")};
constexpr query claim_reading{"claim_reading", CLAIM_ONE("kind = 'analyse' AND due_at <= clock_timestamp()")};
constexpr query claim_writing{"claim_writing", CLAIM_ONE("kind <> 'analyse' AND due_at <= clock_timestamp()")};
#undef CLAIM_ONE

// More of the kind; $1 worker, $2 lease in seconds, $3 how many.
#define CLAIM_MORE(condition, wanted, limit)                                                                      \
    "UPDATE jobs SET state = 'running', worker = $1, lease_until = clock_timestamp() + $2 * interval '1 second' " \
    "WHERE job_id = ANY(ARRAY(SELECT job_id FROM jobs AS next WHERE state = 'waiting' AND " condition             \
    " AND attempts = 0 AND deaths = 0 AND due_at <= clock_timestamp() AND NOT EXISTS (SELECT FROM jobs AS held "  \
    "WHERE held.state = 'running' AND held.kind = '" wanted                                                       \
    "' AND held.subject = next.subject) "                                                                         \
    "ORDER BY due_at LIMIT " limit " FOR UPDATE SKIP LOCKED)) RETURNING job_id, kind, subject, attempts, deaths"

constexpr query claim_more_places{"claim_more_places", CLAIM_MORE("kind <> 'analyse' AND kind = 'form'", "form", "$3")};
// A part of what waits, so that other workers have something to read too.
constexpr query claim_more_reading{
    "claim_more_reading",
    CLAIM_MORE("kind = 'analyse'", "analyse",
               "(SELECT count(*) / 4 FROM (SELECT FROM jobs WHERE state = 'waiting' AND kind = 'analyse' "
               "LIMIT 4 * $3::int) AS due)")};
#undef CLAIM_MORE

// A job that is locked is being ended; nobody can take it away meanwhile.
constexpr query renew_leases{"renew_leases", R"(
    UPDATE jobs SET lease_until = clock_timestamp() + $2 * interval '1 second'
    WHERE job_id IN (SELECT job_id FROM jobs WHERE state = 'running' AND worker = $1 FOR UPDATE SKIP LOCKED))"};

constexpr query finish_jobs{"finish_jobs", R"(
    DELETE FROM jobs WHERE job_id = ANY($2::bigint[]) AND state = 'running' AND worker = $1)"};

// Jobs that leave the running state: $1 worker; they join one that waits already, if there is one.
constexpr query release_jobs{"release_jobs", R"(
    WITH held AS (DELETE FROM jobs WHERE state = 'running' AND worker = $1
                  RETURNING kind, subject, attempts, deaths, due_at, reason)
    INSERT INTO jobs (kind, subject, attempts, deaths, due_at, reason) SELECT * FROM held ORDER BY kind, subject
    ON CONFLICT (kind, subject) WHERE state = 'waiting' DO NOTHING)"};

// $1 worker, $2 job, $3 reason, $4 delay in milliseconds
constexpr query retry_job{"retry_job", R"(
    WITH held AS (DELETE FROM jobs WHERE job_id = $2 AND state = 'running' AND worker = $1
                  RETURNING kind, subject, attempts, deaths)
    INSERT INTO jobs (kind, subject, attempts, deaths, due_at, reason)
    SELECT kind, subject, attempts + 1, deaths, clock_timestamp() + $4 * interval '1 millisecond', $3 FROM held
    ON CONFLICT (kind, subject) WHERE state = 'waiting'
    DO UPDATE SET attempts = excluded.attempts, deaths = excluded.deaths, due_at = excluded.due_at,
                  reason = excluded.reason)"};

constexpr query bury_job{"bury_job", R"(
    UPDATE jobs SET state = 'dead', worker = NULL, lease_until = NULL, reason = $3
    WHERE job_id = $2 AND state = 'running' AND worker = $1)"};

constexpr query reclaim_jobs{"reclaim_jobs", R"(
    WITH lost AS (SELECT job_id FROM jobs WHERE state = 'running' AND lease_until < clock_timestamp()
                  FOR UPDATE SKIP LOCKED),
         held AS (DELETE FROM jobs USING lost WHERE jobs.job_id = lost.job_id
                  RETURNING jobs.kind, jobs.subject, jobs.attempts, jobs.deaths)
    INSERT INTO jobs (kind, subject, attempts, deaths, reason)
    SELECT kind, subject, attempts, deaths + 1, 'the process that worked on it died' FROM held ORDER BY kind, subject
    ON CONFLICT (kind, subject) WHERE state = 'waiting'
    DO UPDATE SET attempts = excluded.attempts, deaths = excluded.deaths, reason = excluded.reason)"};

constexpr query count_jobs{"count_jobs", R"(
    SELECT kind, count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'running'),
           count(*) FILTER (WHERE state = 'dead'),
           coalesce(extract(epoch FROM clock_timestamp() - min(created_at) FILTER (WHERE state = 'waiting')), 0)
    FROM jobs GROUP BY kind)"};

std::vector<job> jobs_of(const pqxx::result& rows) {
    std::vector<job> jobs;
    for (const auto& row : rows) {
        job next;
        next.id = integer(row[0]);
        for (std::size_t kind = 0; kind < kind_names.size(); ++kind)
            if (text(row[1]) == kind_names[kind]) next.kind = static_cast<job_kind>(kind);
        next.subject = text(row[2]);
        next.attempts = static_cast<int>(integer(row[3]));
        next.deaths = static_cast<int>(integer(row[4]));
        jobs.push_back(std::move(next));
    }
    return jobs;
}

}  // namespace

std::string_view name(job_kind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

void enqueue(transaction& tx, job_kind kind, const std::vector<std::string>& subjects) {
    if (!subjects.empty()) tx.exec(enqueue_jobs, name(kind), subjects);
}

std::vector<job> claim(transaction& tx, std::string_view worker, std::chrono::seconds lease, batch_limits most) {
    std::vector<job> jobs;
    for (const auto* next : {&claim_overdue, &claim_reading, &claim_writing}) {
        jobs = jobs_of(tx.exec(*next, worker, lease.count()));
        if (!jobs.empty()) break;
    }
    if (jobs.empty() || jobs.front().attempts > 0 || jobs.front().deaths > 0) return jobs;
    const auto take = [&](const query& more_of, int more) {
        if (more < 1) return;
        const auto rest = jobs_of(tx.exec(more_of, worker, lease.count(), more));
        jobs.insert(jobs.end(), rest.begin(), rest.end());
    };
    if (jobs.front().kind == job_kind::form) take(claim_more_places, most.form - 1);
    if (jobs.front().kind == job_kind::analyse) take(claim_more_reading, most.analyse - 1);
    return jobs;
}

void renew(transaction& tx, std::string_view worker, std::chrono::seconds lease) {
    tx.exec(renew_leases, worker, lease.count());
}

bool finish(transaction& tx, std::string_view worker, const std::vector<std::int64_t>& ids) {
    return static_cast<std::size_t>(tx.exec(finish_jobs, worker, ids).affected_rows()) == ids.size();
}

void release(transaction& tx, std::string_view worker) { tx.exec(release_jobs, worker); }

void retry(transaction& tx, std::string_view worker, std::int64_t id, std::string_view reason,
           std::chrono::milliseconds delay) {
    tx.exec(retry_job, worker, id, reason, delay.count());
}

void bury(transaction& tx, std::string_view worker, std::int64_t id, std::string_view reason) {
    tx.exec(bury_job, worker, id, reason);
}

std::uint64_t reclaim_expired(transaction& tx) {
    return static_cast<std::uint64_t>(tx.exec(reclaim_jobs).affected_rows());
}

std::vector<queue_state> queue_states(transaction& tx) {
    std::vector<queue_state> states;
    for (const auto& row : tx.exec(count_jobs)) {
        queue_state state;
        state.kind = text(row[0]);
        state.waiting = static_cast<std::uint64_t>(integer(row[1]));
        state.running = static_cast<std::uint64_t>(integer(row[2]));
        state.dead = static_cast<std::uint64_t>(integer(row[3]));
        state.oldest_seconds = number(row[4]);
        states.push_back(std::move(state));
    }
    return states;
}

}  // namespace throughline::storage
