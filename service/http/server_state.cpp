#include "http/server_state.hpp"

#include "http/response_head.hpp"
#include "http/session.hpp"
#include "log/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace throughline::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds tick_length{100};

/// Ticks between two looks at the deadlines of streams.
constexpr unsigned stream_ticks = 10;

/// Connections over the limit that are told so; beyond them connections are closed without a word.
constexpr std::size_t told_over_limit = 100;

void log_end(std::string_view what, std::exception_ptr failure) {
    if (!failure) return;
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& thrown) {
        log::error("coroutine failed", {{"coroutine", what}, {"what", thrown.what()}});
    }
}

}  // namespace

server_state::server_state(asio::io_context& io, application served, const server_options& limits)
    : app(std::move(served)), options(limits), acceptor(io), tick_(io) {}

void server_state::start() {
    auto self = shared_from_this();
    asio::co_spawn(acceptor.get_executor(), accept_connections(),
                   [self](std::exception_ptr failure) { log_end("accept", failure); });
    asio::co_spawn(acceptor.get_executor(), watch_deadlines(),
                   [self](std::exception_ptr failure) { log_end("deadlines", failure); });
}

void server_state::stop() {
    if (stopping) return;
    stopping = true;
    stop_deadline_ = steady_clock::now() + options.stop_time;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    for (const auto& open : sessions_) open->stop();
    const auto streams = streams_;
    for (const auto& [key, stream] : streams) stream->end();
    tick_.cancel();
}

std::string_view server_state::date() {
    const auto now = std::time(nullptr);
    if (now != date_second_) {
        date_second_ = now;
        date_ = http_date(now);
    }
    return date_;
}

asio::awaitable<void> server_state::accept_connections() {
    while (!stopping) {
        auto [failed, socket] = co_await acceptor.async_accept(asio::as_tuple(asio::use_awaitable));
        if (!failed) {
            open(std::move(socket));
        } else if (failed != asio::error::operation_aborted) {
            // Out of descriptors or memory: connections in the backlog wait until some are free.
            log::warning("cannot accept a connection", {{"what", failed.message()}});
            asio::steady_timer pause(acceptor.get_executor(), tick_length);
            co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
        }
    }
}

void server_state::open(tcp::socket socket) {
    if (stopping) return;
    if (sessions_.size() >= options.connections) counts.refused.Increment();
    if (sessions_.size() >= options.connections + told_over_limit) return;
    const bool over_limit = sessions_.size() >= options.connections;
    auto made = std::make_shared<session>(std::move(socket), shared_from_this());
    sessions_.insert(made);
    counts.connections.Set(static_cast<double>(sessions_.size() + streams_.size()));
    asio::co_spawn(acceptor.get_executor(), over_limit ? made->refuse() : made->run(),
                   [self = shared_from_this(), made](std::exception_ptr failure) {
                       log_end("session", failure);
                       self->closed(made);
                   });
}

void server_state::closed(const std::shared_ptr<session>& ended) {
    sessions_.erase(ended);
    note_end();
}

void server_state::open_stream(tcp::socket socket,
                               const std::function<void(const std::shared_ptr<body_stream>&)>& begin) {
    if (stopping) return;
    const auto made = std::make_shared<body_stream>(std::move(socket), options.stream);
    streams_.emplace(made.get(), made);
    counts.streams.Set(static_cast<double>(streams_.size()));
    made->start([weak = weak_from_this()](body_stream& ended) {
        if (const auto self = weak.lock()) self->stream_ended(ended);
    });
    begin(made);
}

void server_state::stream_ended(body_stream& ended) {
    if (ended.was_too_slow()) counts.cut_off.Increment();
    streams_.erase(&ended);
    counts.streams.Set(static_cast<double>(streams_.size()));
    note_end();
}

void server_state::note_end() {
    counts.connections.Set(static_cast<double>(sessions_.size() + streams_.size()));
    if (stopping && sessions_.empty() && streams_.empty()) tick_.cancel();
}

asio::awaitable<void> server_state::watch_deadlines() {
    while (!stopping || !sessions_.empty() || !streams_.empty()) {
        tick_.expires_after(tick_length);
        co_await tick_.async_wait(asio::as_tuple(asio::use_awaitable));
        check_deadlines();
    }
}

void server_state::check_deadlines() {
    const auto now = steady_clock::now();
    const bool cut_off = stopping && now >= stop_deadline_;
    for (const auto& open : sessions_) {
        if (cut_off) {
            open->abort();
        } else {
            open->check_deadline(now);
        }
    }
    // There may be many more of these, and none is in a hurry.
    if (!cut_off && ++ticks_ % stream_ticks != 0) return;
    std::vector<std::shared_ptr<body_stream>> late;
    for (const auto& [key, stream] : streams_)
        if (cut_off || stream->is_late(now)) late.push_back(stream);
    for (const auto& stream : late) stream->cut_off();
}

}  // namespace throughline::http
