#include "storage/change_feed.hpp"

#include "storage/connection_string.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <sstream>
#include <thread>

namespace throughline::storage {
namespace {

constexpr query notify{"announce", "SELECT pg_notify('throughline', $1)"};

/// A notification holds 8000 bytes; further articles are found by those who poll.
constexpr std::size_t most_articles = 300;

constexpr std::chrono::milliseconds first_pause{100};
constexpr std::chrono::milliseconds longest_pause{2000};
constexpr std::chrono::milliseconds heartbeat{3000};

struct close_connection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using connection_ptr = std::unique_ptr<PGconn, close_connection>;

struct clear_result {
    void operator()(PGresult* result) const { PQclear(result); }
};

bool run(PGconn* connection, const char* sql) {
    const std::unique_ptr<PGresult, clear_result> result(PQexec(connection, sql));
    const auto status = PQresultStatus(result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// "s_… 17 a_… a_…", a dash for no story.
change parse(const std::string& payload) {
    std::istringstream in(payload);
    change what;
    in >> what.story_id >> what.revision;
    if (what.story_id == "-") what.story_id.clear();
    for (std::string article; in >> article;) what.articles.push_back(article);
    return what;
}

}  // namespace

struct change_feed::impl {
    impl(session_options chosen, feed_callbacks told) : options(std::move(chosen)), callbacks(std::move(told)) {
        options.application_name += "-feed";
        thread = std::thread([this] { serve(); });
    }

    ~impl() {
        stopping = true;
        const std::uint64_t one = 1;
        if (write(wake, &one, sizeof one) < 0) stopping = true;
        thread.join();
        ::close(wake);
    }

    void serve() {
        auto pause = first_pause;
        while (!stopping) {
            if (listen()) {
                pause = first_pause;
                set_up(true);
                follow();
                set_up(false);
            }
            connection.reset();
            if (!stopping) wait(-1, pause);
            pause = std::min(2 * pause, longest_pause);
        }
    }

    bool listen() {
        connection.reset(PQconnectdb(connection_string(options).c_str()));
        return PQstatus(connection.get()) == CONNECTION_OK &&
               run(connection.get(), connection_setup(options).c_str()) && run(connection.get(), "LISTEN throughline");
    }

    /// Until the connection is lost or the feed stops.
    void follow() {
        while (!stopping) {
            const bool ready = wait(PQsocket(connection.get()), heartbeat);
            if (stopping) return;
            if (!ready && !answers()) return;
            if (PQconsumeInput(connection.get()) == 0) return;
            deliver();
        }
    }

    /// Whether the server answers before the next heartbeat is due.
    bool answers() {
        if (PQsendQuery(connection.get(), "SELECT 1") == 0) return false;
        const auto deadline = std::chrono::steady_clock::now() + heartbeat;
        while (PQisBusy(connection.get()) != 0) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            if (stopping || left.count() <= 0 || !wait(PQsocket(connection.get()), left)) return false;
            if (PQconsumeInput(connection.get()) == 0) return false;
        }
        bool good = true;
        while (const std::unique_ptr<PGresult, clear_result> result{PQgetResult(connection.get())})
            good = good && PQresultStatus(result.get()) == PGRES_TUPLES_OK;
        return good;
    }

    void deliver() {
        while (const std::unique_ptr<PGnotify, void (*)(void*)> notice{PQnotifies(connection.get()), PQfreemem})
            if (callbacks.changed) callbacks.changed(parse(notice->extra));
    }

    /// True when the socket can be read; false after the time or when the feed stops.
    bool wait(int socket, std::chrono::milliseconds at_most) const {
        std::array<pollfd, 2> watched{{{wake, POLLIN, 0}, {socket, POLLIN, 0}}};
        const int ready = poll(watched.data(), socket < 0 ? 1 : 2, static_cast<int>(at_most.count()));
        return ready > 0 && watched[1].revents != 0;
    }

    void set_up(bool now_up) {
        // Coming up, what was kept is thrown away before anything may be kept again; going down, the other way round.
        if (!now_up) is_up = false;
        if (callbacks.state) callbacks.state(now_up);
        if (now_up) is_up = true;
    }

    session_options options;
    feed_callbacks callbacks;
    connection_ptr connection;
    int wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<bool> stopping{false};
    std::atomic<bool> is_up{false};
    std::thread thread;
};

change_feed::change_feed(session_options options, feed_callbacks callbacks)
    : impl_(std::make_unique<impl>(std::move(options), std::move(callbacks))) {}

change_feed::~change_feed() = default;

bool change_feed::up() const { return impl_->is_up; }

void announce(transaction& tx, const change& what) {
    std::string payload = what.story_id.empty() ? "-" : what.story_id;
    payload += ' ' + std::to_string(what.revision);
    for (std::size_t i = 0; i < what.articles.size() && i < most_articles; ++i) payload += ' ' + what.articles[i];
    tx.exec(notify, payload);
}

}  // namespace throughline::storage
