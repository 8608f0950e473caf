#include "storage/db_executor.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace throughline::storage {

struct db_executor::impl {
    explicit impl(executor_options chosen) : options(std::move(chosen)) {
        threads.reserve(options.threads);
        for (std::size_t i = 0; i < options.threads; ++i) threads.emplace_back([this] { serve(); });
    }

    void serve() {
        session connection(options.database, options.observer);
        for (;;) {
            task next;
            {
                std::unique_lock lock(mutex);
                ready.wait(lock, [this] { return stopped || !queue.empty(); });
                if (queue.empty()) return;
                next = std::move(queue.front());
                queue.pop_front();
            }
            next(connection);
        }
    }

    executor_options options;
    std::mutex mutex;
    std::condition_variable ready;
    std::deque<task> queue;
    bool stopped = false;
    std::atomic<std::size_t> pending{0};
    std::vector<std::thread> threads;
};

db_executor::db_executor(executor_options options) : impl_(std::make_unique<impl>(std::move(options))) {}

db_executor::~db_executor() { stop(); }

std::optional<error> db_executor::post(std::string_view name, task work) {
    std::optional<error> refusal;
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->stopped) {
            refusal = error{errc::unavailable, "the service is stopping", {}};
        } else if (impl_->pending >= impl_->options.max_pending) {
            refusal = error{errc::overloaded, "too many requests are waiting for the database", {}};
        } else {
            ++impl_->pending;
            impl_->queue.push_back(std::move(work));
        }
    }
    if (!refusal) {
        impl_->ready.notify_one();
    } else if (impl_->options.observer) {
        impl_->options.observer({name, 0, throughline::name(refusal->code)});
    }
    return refusal;
}

void db_executor::leave() { --impl_->pending; }

std::size_t db_executor::pending() const { return impl_->pending; }

void db_executor::stop() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopped = true;
    }
    impl_->ready.notify_all();
    for (auto& thread : impl_->threads)
        if (thread.joinable()) thread.join();
}

}  // namespace throughline::storage
