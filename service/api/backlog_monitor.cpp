#include "api/backlog_monitor.hpp"

#include "log/log.hpp"
#include "metrics/metrics.hpp"
#include "storage/job_store.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace throughline::api {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto interval = 2s;

void show(const storage::queue_state& queue) {
    const metrics::labels labels{{"kind", queue.kind}};
    const auto set = [&](const char* name, const char* help, double value) {
        metrics::get_gauge(name, help, labels).Set(value);
    };
    set("throughline_jobs_waiting", "Jobs that wait", static_cast<double>(queue.waiting));
    set("throughline_jobs_running", "Jobs that a worker holds", static_cast<double>(queue.running));
    set("throughline_jobs_dead", "Jobs that were given up", static_cast<double>(queue.dead));
    set("throughline_jobs_oldest_seconds", "Age of the oldest waiting job", queue.oldest_seconds);
}

/// Shows every kind, also those that the table has no job of, and returns how many articles wait to be read.
std::size_t look_at(const std::vector<storage::queue_state>& queues) {
    using storage::job_kind;
    std::size_t unread = 0;
    for (const auto kind : {job_kind::analyse, job_kind::form, job_kind::regroup, job_kind::assemble}) {
        storage::queue_state shown;
        shown.kind = storage::name(kind);
        for (const auto& queue : queues)
            if (queue.kind == shown.kind) shown = queue;
        show(shown);
        if (kind == job_kind::analyse) unread = shown.waiting;
    }
    return unread;
}

}  // namespace

struct backlog_monitor::state {
    state(asio::any_io_executor io, services& watched) : timer(std::move(io)), with(watched) {}

    asio::awaitable<void> run() {
        while (!stopped) {
            auto job = [](storage::transaction& tx) { return storage::queue_states(tx); };
            const auto queues = co_await with.database.run("queue_states", storage::access::read, std::move(job));
            if (queues) with.backlog = look_at(*queues);
            if (stopped) break;
            timer.expires_after(interval);
            co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
        }
    }

    asio::steady_timer timer;
    services& with;
    bool stopped = false;
};

backlog_monitor::backlog_monitor(asio::any_io_executor io, services& with)
    : state_(std::make_shared<state>(std::move(io), with)) {
    asio::co_spawn(state_->timer.get_executor(), state_->run(), [kept = state_](std::exception_ptr failure) {
        if (failure) log::error("the backlog is no longer watched");
    });
}

backlog_monitor::~backlog_monitor() { stop(); }

void backlog_monitor::stop() {
    state_->stopped = true;
    state_->timer.cancel();
}

}  // namespace throughline::api
