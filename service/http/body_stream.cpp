#include "http/body_stream.hpp"

#include <boost/asio/buffer.hpp>

#include <array>

namespace throughline::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::steady_clock;

}  // namespace

body_stream::body_stream(tcp::socket socket, const stream_limits& limits)
    : socket_(std::move(socket)), limits_(limits) {}

void body_stream::start(std::function<void(body_stream&)> ended) {
    ended_ = std::move(ended);
    watch_reader();
}

void body_stream::watch_reader() {
    // A reader has nothing more to say; its going is all there is to wait for.
    socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](boost::system::error_code failed) {
        if (failed || !self->is_open()) return;
        std::array<char, 512> unread;
        self->socket_.read_some(asio::buffer(unread), failed);
        if (failed && failed != asio::error::would_block) {
            self->abort();
        } else {
            self->watch_reader();
        }
    });
}

void body_stream::send(shared_bytes bytes) {
    if (ending_ || !is_open() || bytes->empty()) return;
    const bool was_idle = queue_.empty();
    if (!was_idle && queued_bytes_ + bytes->size() > limits_.queued_bytes) return cut_off();
    queued_bytes_ += bytes->size();
    queue_.push_back(std::move(bytes));
    if (!was_idle) return;
    deadline_ = steady_clock::now() + limits_.write_time;
    write_queued();
}

void body_stream::write_queued() {
    boost::system::error_code failed;
    while (!queue_.empty() && !failed) {
        const auto& first = *queue_.front();
        const auto count =
            socket_.write_some(asio::buffer(first.data() + sent_of_first_, first.size() - sent_of_first_), failed);
        sent_of_first_ += count;
        queued_bytes_ -= count;
        if (count > 0) deadline_ = steady_clock::now() + limits_.write_time;
        if (sent_of_first_ < first.size()) continue;
        queue_.pop_front();
        sent_of_first_ = 0;
    }
    if (failed && failed != asio::error::would_block) return abort();
    if (queue_.empty()) {
        deadline_ = steady_clock::time_point::max();
        if (ending_) abort();
        return;
    }
    socket_.async_wait(tcp::socket::wait_write, [self = shared_from_this()](boost::system::error_code stopped) {
        if (!stopped && self->is_open()) self->write_queued();
    });
}

void body_stream::end() {
    ending_ = true;
    if (queue_.empty()) abort();
}

void body_stream::cut_off() {
    too_slow_ = true;
    abort();
}

void body_stream::abort() {
    if (!is_open()) return;
    const auto self = shared_from_this();
    boost::system::error_code ignored;
    if (queue_.empty()) socket_.shutdown(tcp::socket::shutdown_send, ignored);
    socket_.close(ignored);
    queue_.clear();
    if (on_end_) std::exchange(on_end_, nullptr)();
    if (ended_) std::exchange(ended_, nullptr)(*this);
}

}  // namespace throughline::http
