// Takes work that needs a processor, not a database, off the I/O thread: reading a page, compressing a timeline.
#pragma once

#include "core/error.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace throughline::api {

class compute_pool {
public:
    explicit compute_pool(std::size_t threads, std::size_t most_pending)
        : pool_(threads), most_pending_(most_pending) {}
    ~compute_pool() { pool_.join(); }

    /// The job's value, on the awaiting coroutine's executor; errc::overloaded at once when too much is pending.
    /// What the job throws is thrown here.
    template <class Job>
    boost::asio::awaitable<result<std::invoke_result_t<Job&>>> run(Job job) {
        using value = std::invoke_result_t<Job&>;
        if (pending_ >= most_pending_)
            co_return error{errc::overloaded, "Too much work is waiting; try again shortly.", ""};
        const counted one_more(pending_);
        // co_spawn needs a value that can be default-constructed.
        auto work = [job = std::move(job)]() mutable -> boost::asio::awaitable<std::optional<value>> {
            co_return job();
        };
        auto done = boost::asio::co_spawn(pool_, std::move(work), boost::asio::use_awaitable);
        std::optional<value> made = co_await std::move(done);
        co_return std::move(*made);
    }

private:
    struct counted {
        explicit counted(std::atomic<std::size_t>& total) : total_(total) { ++total_; }
        ~counted() { --total_; }
        counted(const counted&) = delete;
        counted& operator=(const counted&) = delete;
        std::atomic<std::size_t>& total_;
    };

    boost::asio::thread_pool pool_;
    std::size_t most_pending_;
    std::atomic<std::size_t> pending_{0};
};

}  // namespace throughline::api
