// Runs database jobs of coroutines on threads of their own, one connection each, with a bounded queue.
#pragma once

#include "storage/session.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace throughline::storage {

struct executor_options {
    session_options database;
    std::size_t threads = 8;       ///< connections; more than twice the server's cores only costs
    std::size_t max_pending = 64;  ///< jobs waiting or running beyond which a new one is refused
    job_observer observer;         ///< told of every job, also of the refused; called on the job's thread
};

class db_executor {
public:
    explicit db_executor(executor_options options);
    ~db_executor();
    db_executor(const db_executor&) = delete;
    db_executor& operator=(const db_executor&) = delete;

    /// `auto page = co_await db.run("timeline", access::read, std::move(job));` where job is `T(transaction&)` or
    /// `result<T>(transaction&)`. Answers on the awaiting coroutine's executor; errors as session::run, and
    /// errc::overloaded at once when too many jobs are pending. `name` must outlive the job: give a literal.
    template <class Job>
    boost::asio::awaitable<result<job_value_t<Job>>> run(std::string_view name, access mode, Job job);

    /// Jobs waiting or running now.
    std::size_t pending() const;

    /// Lets the queued jobs finish and joins the threads; later jobs are refused with errc::unavailable.
    void stop();

private:
    using task = std::function<void(session&)>;
    /// False, without running the task, when the queue is full or the executor has stopped.
    std::optional<error> post(std::string_view name, task work);
    /// Makes room for another job.
    void leave();

    struct impl;
    std::unique_ptr<impl> impl_;
};

template <class Job>
boost::asio::awaitable<result<job_value_t<Job>>> db_executor::run(std::string_view name, access mode, Job job) {
    using answer = result<job_value_t<Job>>;
    auto shared_job = std::make_shared<Job>(std::move(job));
    // Named before the co_await: g++ 12 destroys a lambda temporary of an awaiting expression twice.
    auto initiate = [this, name, mode, shared_job](auto handler) {
        auto executor = boost::asio::get_associated_executor(handler);
        auto guard = boost::asio::make_work_guard(executor);
        auto shared_handler = std::make_shared<decltype(handler)>(std::move(handler));
        auto complete = [shared_handler, guard = std::move(guard)](answer value) mutable {
            auto resume = [shared_handler, value = std::move(value)]() mutable { (*shared_handler)(std::move(value)); };
            boost::asio::post(guard.get_executor(), std::move(resume));
            guard.reset();
        };
        auto shared_complete = std::make_shared<decltype(complete)>(std::move(complete));
        auto work = [this, name, mode, shared_job, shared_complete](session& connection) {
            auto answer_of_job = connection.run(name, mode, *shared_job);
            leave();
            (*shared_complete)(std::move(answer_of_job));
        };
        if (const auto refusal = post(name, std::move(work))) (*shared_complete)(*refusal);
    };
    co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>&, void(answer)>(
        std::move(initiate), boost::asio::use_awaitable);
}

}  // namespace throughline::storage
