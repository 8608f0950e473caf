#include "cli/running_service.hpp"

#include "api/application.hpp"
#include "api/backlog_monitor.hpp"
#include "cli/service_metrics.hpp"
#include "http/server.hpp"
#include "jobs/worker_pool.hpp"
#include "log/log.hpp"
#include "pipeline/reader_fingerprint.hpp"
#include "storage/change_feed.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace throughline::cli {
namespace {

/// Requests waiting for a connection beyond which new ones are refused: as many as the server answers at once.
constexpr std::size_t most_pending_queries = 400;
constexpr std::size_t most_pending_bodies = 200;

storage::session_options session_options(const std::string& url, const char* who) {
    storage::session_options options;
    options.url = url;
    options.application_name = who;
    return options;
}

storage::executor_options executor_options(const config::settings& settings, const std::string& url) {
    storage::executor_options options;
    options.database = session_options(url, "throughline api");
    options.threads = settings.db_connections;
    options.max_pending = most_pending_queries;
    options.observer = count_query;
    return options;
}

http::server_options server_options(const config::settings& settings) {
    http::server_options options;
    options.host = settings.host;
    options.port = settings.port;
    options.connections = settings.max_connections;
    options.stop_time = std::chrono::seconds(settings.stop_seconds);
    return options;
}

api::listener_options listener_options(const config::settings& settings) {
    api::listener_options options;
    options.most = settings.max_listeners;
    return options;
}

std::size_t compute_threads() { return std::clamp(std::thread::hardware_concurrency() / 2, 1u, 4u); }

}  // namespace

// In the order in which they are made; they go in the opposite one, so that nobody calls what is gone.
struct running_service::parts {
    parts(boost::asio::io_context& io, const config::settings& settings, const std::string& url)
        : compute(compute_threads(), most_pending_bodies),
          timelines(settings.cache_bytes),
          database(executor_options(settings, url)),
          watch(io.get_executor(), database),
          listeners(io.get_executor(), database, listener_options(settings)),
          feed(session_options(url, "throughline feed"), feed_callbacks()),
          with{database, watch, compute, timelines, listeners},
          backlog(io.get_executor(), with) {
        if (settings.workers > 0) {
            jobs::worker_options options;
            options.database = session_options(url, "throughline worker");
            options.threads = settings.workers;
            options.lease = std::chrono::seconds(settings.lease_seconds);
            options.history_revisions = settings.history_revisions;
            options.reader = pipeline::reader_fingerprint();
            workers = std::make_unique<jobs::worker_pool>(options, worker_hooks());
        }
        with.feed_up = [this] { return feed.up(); };
        with.job_queued = [this] {
            if (workers) workers->wake();
        };
        with.api_keys = settings.api_keys;
        with.public_url = settings.public_url;
        with.max_backlog = settings.max_backlog;
        server = std::make_unique<http::server>(io, api::make_application(with), server_options(settings));
    }

    void heard(const storage::change& change) {
        if (!change.story_id.empty()) {
            timelines.changed(change.story_id, change.revision);
            listeners.changed(change.story_id, change.revision);
        }
        watch.touch(change.articles);
    }

    storage::feed_callbacks feed_callbacks() {
        storage::feed_callbacks callbacks;
        callbacks.changed = [this](const storage::change& change) { heard(change); };
        callbacks.state = [this](bool up) {
            if (up) {
                timelines.clear();
                listeners.look_again();
            }
            log::info(up ? "change feed is up" : "change feed is down");
        };
        return callbacks;
    }

    jobs::worker_hooks worker_hooks() {
        jobs::worker_hooks hooks;
        hooks.changed = [this](const storage::change& change) { heard(change); };
        hooks.stage = count_stage;
        hooks.job = count_job;
        hooks.problem = [](std::string_view message, std::string_view subject) {
            log::warning(message, {{"subject", subject}});
        };
        hooks.database = count_query;
        return hooks;
    }

    api::compute_pool compute;
    api::timeline_cache timelines;
    storage::db_executor database;
    jobs::article_watch watch;
    api::story_listeners listeners;
    storage::change_feed feed;
    std::unique_ptr<jobs::worker_pool> workers;
    api::services with;
    api::backlog_monitor backlog;
    std::unique_ptr<http::server> server;
};

running_service::running_service(boost::asio::io_context& io, const config::settings& settings,
                                 const std::string& database_url)
    : parts_(std::make_unique<parts>(io, settings, database_url)) {}

running_service::~running_service() = default;

std::string running_service::base_url() const { return parts_->server->base_url(); }

void running_service::stop() {
    parts_->server->stop();
    parts_->watch.stop();
    parts_->listeners.stop();
    parts_->backlog.stop();
}

}  // namespace throughline::cli
