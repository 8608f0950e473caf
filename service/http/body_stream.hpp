// A response body that goes on for as long as its reader listens: bytes are handed over as they come, the same bytes to
// any number of readers. Used by the I/O thread alone.
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace throughline::http {

/// Bytes that many streams send; immutable.
using shared_bytes = std::shared_ptr<const std::string>;

struct stream_limits {
    std::size_t queued_bytes = 256 * 1024;         ///< not yet taken by the reader; more, and it is cut off
    std::chrono::milliseconds write_time{30'000};  ///< for the reader to take what is queued; then it is cut off
};

class body_stream : public std::enable_shared_from_this<body_stream> {
public:
    /// Takes over a connection whose response head has been sent.
    body_stream(boost::asio::ip::tcp::socket socket, const stream_limits& limits);

    /// Begins to notice when the reader goes. `ended` is called once, when the connection is closed by either side.
    void start(std::function<void(body_stream&)> ended);

    /// What the producer of the bytes wants to be told in the same way.
    void on_end(std::function<void()> ended) { on_end_ = std::move(ended); }

    /// Sends the bytes after those sent before; what the reader does not take at once is queued. One piece is taken
    /// whatever its size; with more than that and the limit the reader is cut off. Ignored once the stream has ended.
    void send(shared_bytes bytes);

    /// Ends the body after what is queued.
    void end();

    /// Whether the reader has not taken what is queued in time.
    bool is_late(std::chrono::steady_clock::time_point now) const { return now >= deadline_; }

    /// Closes the connection on a reader that is too slow.
    void cut_off();

    bool is_open() const { return socket_.is_open(); }

    /// Whether the reader was cut off because it was too slow.
    bool was_too_slow() const { return too_slow_; }

private:
    void watch_reader();
    void write_queued();
    void abort();

    boost::asio::ip::tcp::socket socket_;
    stream_limits limits_;
    std::function<void(body_stream&)> ended_;
    std::function<void()> on_end_;
    std::deque<shared_bytes> queue_;
    std::size_t sent_of_first_ = 0;
    std::size_t queued_bytes_ = 0;
    std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
    bool ending_ = false;
    bool too_slow_ = false;
};

}  // namespace throughline::http
