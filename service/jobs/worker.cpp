#include "jobs/worker.hpp"

#include "jobs/assemble_story.hpp"
#include "jobs/form_stories.hpp"
#include "jobs/read_articles.hpp"
#include "storage/membership_store.hpp"

#include <algorithm>
#include <chrono>
#include <exception>

namespace throughline::jobs {
namespace {

/// Articles that are given their places, and articles whose reading is stored, in one transaction.
constexpr storage::batch_limits batch{.form = 256, .analyse = 8};

constexpr std::chrono::milliseconds longest_retry{60000};

/// How often a job may be in hand when its process dies. Many times: most such jobs are innocent.
constexpr int most_deaths = 12;

/// What readers see of a defect of ours; the log has its words.
const std::string internal_failure = "the service failed while working on it; its log says how";

std::chrono::milliseconds delay(std::chrono::milliseconds first, int failures) {
    auto pause = first;
    for (int i = 0; i < failures && pause < longest_retry; ++i) pause *= 2;
    return std::min(pause, longest_retry);
}

/// The articles that wait for the job.
std::vector<std::string> waiting_for(storage::transaction& tx, const storage::job& job) {
    if (job.kind == storage::job_kind::analyse || job.kind == storage::job_kind::form) return {job.subject};
    std::vector<std::string> articles;
    for (const auto& waiting : storage::waiting_articles(tx, job.subject)) articles.push_back(waiting.article_id);
    return articles;
}

}  // namespace

worker::worker(const worker_options& options, const worker_hooks& hooks, story_memory& memory,
               formation_memory& formation, outdated_articles& outdated, std::string name)
    : options_(options),
      hooks_(hooks),
      outdated_(outdated),
      name_(std::move(name)),
      database_(options.database, hooks.database),
      context_{database_, name_, hooks_, memory, formation, options_.reader, options_.history_revisions, {}} {}

worker::outcome worker::work_once() {
    if (holding_) release();
    if (holding_) return outcome::unavailable;
    const auto jobs = database_.run("claim", storage::access::write, [&](storage::transaction& tx) {
        return storage::claim(tx, name_, options_.lease, batch);
    });
    if (!jobs) {
        holding_ = true;
        return outcome::unavailable;
    }
    if (jobs->empty()) return outdated_.queue_next(database_) ? outcome::worked : outcome::idle;
    handle(*jobs);
    return outcome::worked;
}

void worker::release() {
    const auto done = database_.run("release", storage::access::write, [&](storage::transaction& tx) {
        storage::release(tx, name_);
        return true;
    });
    holding_ = !done;
}

void worker::handle(const std::vector<storage::job>& jobs) {
    const auto begin = std::chrono::steady_clock::now();
    const auto& first = jobs.front();
    if (first.deaths >= most_deaths) {
        give_up(first, "the process died " + std::to_string(first.deaths) + " times while working on it");
        return;
    }
    const auto done = run(jobs);
    if (done) {
        if (hooks_.changed)
            for (const auto& change : context_.changes) hooks_.changed(change);
    } else {
        settle_failure(jobs, done.failure());
    }
    context_.changes.clear();
    if (hooks_.job) {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        hooks_.job(storage::name(first.kind), done ? "ok" : throughline::name(done.failure().code), taken.count());
    }
}

result<bool> worker::run(const std::vector<storage::job>& jobs) {
    try {
        switch (jobs.front().kind) {
            case storage::job_kind::analyse: return read_articles(context_, jobs);
            case storage::job_kind::form: return form_stories(context_, jobs);
            case storage::job_kind::regroup: return regroup_story(context_, jobs.front());
            case storage::job_kind::assemble: return assemble_story(context_, jobs.front());
        }
    } catch (const std::exception& problem) {
        return error{errc::internal, problem.what(), {}};
    }
    return error{errc::internal, "a job of no known kind", {}};
}

void worker::settle_failure(const std::vector<storage::job>& jobs, const error& failure) {
    if (hooks_.problem) hooks_.problem(failure.detail, jobs.front().subject);
    if (failure.code == errc::unavailable || failure.code == errc::conflict) {
        // Nothing is wrong with the jobs: they go back as they are.
        holding_ = true;
        return;
    }
    if (jobs.size() == 1 && jobs.front().attempts + 1 >= options_.max_attempts)
        give_up(jobs.front(), failure.code == errc::internal ? internal_failure : failure.detail);
    else
        try_again(jobs, failure.detail);
}

void worker::give_up(const storage::job& job, const std::string& reason) {
    storage::change told;
    const auto done = database_.run("give_up", storage::access::write, [&](storage::transaction& tx) {
        storage::bury(tx, name_, job.id, reason);
        told.articles = storage::mark_failed(tx, waiting_for(tx, job), reason);
        if (!told.articles.empty()) storage::announce(tx, told);
        return true;
    });
    holding_ = !done;
    if (done && hooks_.changed && !told.articles.empty()) hooks_.changed(told);
}

void worker::try_again(const std::vector<storage::job>& jobs, const std::string& reason) {
    const auto done = database_.run("try_again", storage::access::write, [&](storage::transaction& tx) {
        for (const auto& job : jobs)
            storage::retry(tx, name_, job.id, reason, delay(options_.first_retry, job.attempts));
        return true;
    });
    holding_ = !done;
}

}  // namespace throughline::jobs
