#include "jobs/article_watch.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <list>
#include <optional>
#include <set>

namespace throughline::jobs {
namespace {

namespace asio = boost::asio;

bool is_final(const storage::article_state& state) {
    return state.status == storage::article_status::processed || state.status == storage::article_status::failed;
}

/// One coroutine that waits; its timer rings early when the answer is there.
struct waiter {
    waiter(const asio::any_io_executor& io, std::string article) : id(std::move(article)), timer(io) {}

    std::string id;
    asio::steady_timer timer;
    std::optional<result<storage::article_state>> answer;
};

}  // namespace

struct article_watch::impl : std::enable_shared_from_this<article_watch::impl> {
    impl(asio::any_io_executor executor, storage::db_executor& executor_of_database, std::chrono::milliseconds interval)
        : io(std::move(executor)), database(executor_of_database), poll(interval), bell(io) {}

    /// Asks for all awaited articles at each ring and at each interval, as long as anybody waits.
    static asio::awaitable<void> watch(std::shared_ptr<impl> self) {
        while (!self->waiters.empty() && !self->stopped) {
            co_await self->look();
            if (self->waiters.empty() || self->stopped) break;
            if (self->rung) {
                self->rung = false;
                continue;
            }
            self->bell.expires_after(self->poll);
            co_await self->bell.async_wait(asio::as_tuple(asio::use_awaitable));
            self->rung = false;
        }
        self->watching = false;
    }

    asio::awaitable<void> look() {
        std::set<std::string> wanted;
        for (const auto* each : waiters) wanted.insert(each->id);
        const std::vector<std::string> ids(wanted.begin(), wanted.end());
        auto job = [ids](storage::transaction& tx) { return storage::article_states(tx, ids); };
        const auto states = co_await database.run("watch_articles", storage::access::read, std::move(job));
        if (!states) {
            // Too busy to tell now; the next round asks again.
            if (states.failure().code == errc::unavailable) answer_all(states.failure());
            co_return;
        }
        for (auto* each : waiters) {
            if (!wanted.contains(each->id)) continue;
            const auto found =
                std::find_if(states->begin(), states->end(), [&](const auto& state) { return state.id == each->id; });
            if (found == states->end())
                answer(*each, error{errc::gone, "the article was deleted", {}});
            else if (is_final(*found))
                answer(*each, *found);
            else
                each->answer = *found;
        }
    }

    static void answer(waiter& each, result<storage::article_state> value) {
        each.answer = std::move(value);
        each.timer.cancel();
    }

    void answer_all(const error& failure) {
        for (auto* each : waiters) answer(*each, failure);
    }

    void ring(const std::vector<std::string>& ids) {
        const bool awaited = std::any_of(waiters.begin(), waiters.end(), [&](const waiter* each) {
            return std::find(ids.begin(), ids.end(), each->id) != ids.end();
        });
        if (!awaited) return;
        rung = true;
        bell.cancel();
    }

    asio::any_io_executor io;
    storage::db_executor& database;
    std::chrono::milliseconds poll;
    asio::steady_timer bell;
    std::list<waiter*> waiters;
    bool rung = false;
    bool watching = false;
    bool stopped = false;
};

article_watch::article_watch(asio::any_io_executor io, storage::db_executor& database, std::chrono::milliseconds poll)
    : impl_(std::make_shared<impl>(std::move(io), database, poll)) {}

article_watch::~article_watch() = default;

asio::awaitable<result<storage::article_state>> article_watch::wait(std::string id, std::chrono::milliseconds at_most) {
    const auto shared = impl_;
    waiter own(shared->io, std::move(id));
    own.timer.expires_after(at_most);
    const auto place = shared->waiters.insert(shared->waiters.end(), &own);
    if (!shared->watching) {
        shared->watching = true;
        asio::co_spawn(shared->io, impl::watch(shared), asio::detached);
    } else {
        shared->ring({own.id});
    }
    if (!shared->stopped) co_await own.timer.async_wait(asio::as_tuple(asio::use_awaitable));
    shared->waiters.erase(place);
    if (own.answer) co_return *own.answer;
    co_return error{errc::unavailable, "the state of the article is not known yet", {}};
}

void article_watch::touch(const std::vector<std::string>& ids) {
    asio::post(impl_->io, [shared = impl_, ids] { shared->ring(ids); });
}

void article_watch::stop() {
    asio::post(impl_->io, [shared = impl_] {
        shared->stopped = true;
        for (auto* each : shared->waiters) each->timer.cancel();
        shared->bell.cancel();
    });
}

}  // namespace throughline::jobs
