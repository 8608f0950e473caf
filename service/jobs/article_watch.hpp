// Waits until articles are processed, whichever process does the work.
#pragma once

#include "core/error.hpp"
#include "storage/article_store.hpp"
#include "storage/db_executor.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace throughline::jobs {

/// One for a process. Waiting costs one query a poll for all waiters together.
class article_watch {
public:
    /// `io` is the executor on which the waiting coroutines run; one thread only.
    article_watch(boost::asio::any_io_executor io, storage::db_executor& database,
                  std::chrono::milliseconds poll = std::chrono::milliseconds(500));
    ~article_watch();
    article_watch(const article_watch&) = delete;
    article_watch& operator=(const article_watch&) = delete;

    /// The article's state once it is processed or failed, or as it is when the time is over.
    /// errc::gone when it is deleted meanwhile; errors of the database as db_executor::run.
    boost::asio::awaitable<result<storage::article_state>> wait(std::string id, std::chrono::milliseconds at_most);

    /// Says that these articles may be done: the workers and the change feed call it, on any thread.
    void touch(const std::vector<std::string>& ids);

    /// Ends all waits at once, for shutdown.
    void stop();

private:
    struct impl;
    std::shared_ptr<impl> impl_;
};

}  // namespace throughline::jobs
