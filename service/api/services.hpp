// What the handlers work with; owned by whoever runs the server.
#pragma once

#include "api/compute_pool.hpp"
#include "api/story_listeners.hpp"
#include "api/timeline_cache.hpp"
#include "jobs/article_watch.hpp"
#include "storage/db_executor.hpp"

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace throughline::api {

struct services {
    storage::db_executor& database;
    jobs::article_watch& watch;
    compute_pool& compute;
    timeline_cache& timelines;
    story_listeners& listeners;
    std::function<bool()> feed_up{};      ///< whether every change in the database is heard of (storage::change_feed)
    std::function<void()> job_queued{};   ///< called when an article was accepted
    std::vector<std::string> api_keys{};  ///< any of them opens the API; empty: no key is asked for
    std::string public_url{};             ///< where readers reach the service; "": as the request's Host says
    std::size_t max_backlog = 100'000;    ///< articles waiting to be read beyond which new ones are refused
    std::atomic<std::size_t> backlog{0};  ///< articles waiting to be read, as last looked at
};

}  // namespace throughline::api
