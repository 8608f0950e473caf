#include "http/session.hpp"

#include "http/application.hpp"
#include "http/problem.hpp"
#include "http/request_reader.hpp"
#include "http/response_head.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace throughline::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::steady_clock;

/// A part of a total, for as long as it lives.
class claim {
public:
    claim(std::size_t& total, std::size_t amount) : total_(total), amount_(amount) { total_ += amount_; }
    ~claim() { total_ -= amount_; }
    claim(const claim&) = delete;
    claim& operator=(const claim&) = delete;

private:
    std::size_t& total_;
    std::size_t amount_;
};

}  // namespace

class session::implementation {
public:
    implementation(tcp::socket socket, std::shared_ptr<server_state> server)
        : socket_(std::move(socket)), server_(std::move(server)), reader_(server_->options) {
        boost::system::error_code ignored;
        socket_.set_option(tcp::no_delay(true), ignored);
        socket_.non_blocking(true, ignored);
    }

    asio::awaitable<void> run();
    asio::awaitable<void> refuse();
    void check_deadline(steady_clock::time_point now);
    void stop();
    void abort();

private:
    /// What the connection waits for.
    enum class phase : unsigned char { idle, reading, handling, writing, lingering };

    /// Where reading a request ended.
    enum class outcome : unsigned char { complete, failed, timed_out, overloaded, disconnected };

    void enter(phase next, std::chrono::milliseconds time);
    asio::awaitable<bool> serve_one();
    asio::awaitable<outcome> read_request();
    asio::awaitable<bool> fill();
    asio::awaitable<bool> write(const request& asked, const response& made, bool keep);
    asio::awaitable<bool> send(std::array<asio::const_buffer, 2> bytes);
    asio::awaitable<void> linger();
    response refusal(outcome reason, const request& asked) const;
    asio::awaitable<response> handle(request& asked);

    tcp::socket socket_;
    std::shared_ptr<server_state> server_;
    request_reader reader_;
    std::optional<claim> body_claim_;
    std::string head_;
    steady_clock::time_point deadline_ = steady_clock::time_point::max();
    phase phase_ = phase::idle;
    bool timed_out_ = false;
    bool disconnected_ = false;
};

void session::implementation::enter(phase next, std::chrono::milliseconds time) {
    phase_ = next;
    timed_out_ = false;
    deadline_ = steady_clock::now() + time;
}

void session::implementation::check_deadline(steady_clock::time_point now) {
    if (now < deadline_ || phase_ == phase::handling) return;
    timed_out_ = true;
    boost::system::error_code ignored;
    if (phase_ == phase::reading) {
        socket_.cancel(ignored);
    } else {
        socket_.close(ignored);
    }
}

void session::implementation::stop() {
    if (phase_ == phase::idle) abort();
}

void session::implementation::abort() {
    boost::system::error_code ignored;
    socket_.close(ignored);
}

asio::awaitable<void> session::implementation::run() {
    bool more = true;
    while (more) more = co_await serve_one();
    if (!disconnected_) co_await linger();
}

asio::awaitable<void> session::implementation::refuse() {
    request nobody;
    nobody.id = server_->ids.choose(std::nullopt);
    const response made = refusal(outcome::overloaded, nobody);
    const bool sent = co_await write(nobody, made, false);
    if (sent) co_await linger();
}

asio::awaitable<bool> session::implementation::serve_one() {
    reader_.start();
    const auto came = co_await read_request();
    if (came == outcome::disconnected) {
        disconnected_ = true;
        co_return false;
    }

    const auto begun = steady_clock::now();
    request asked;
    response made;
    bool keep = false;
    if (came == outcome::complete) {
        reader_.take(asked);
        asked.id = server_->ids.choose(asked.header("X-Request-Id"));
        made = co_await handle(asked);
        keep = reader_.keep_alive() && !made.close && !server_->stopping;
    } else {
        asked.verb = method::other;
        asked.id = server_->ids.choose(std::nullopt);
        made = refusal(came, asked);
    }
    const std::chrono::duration<double> taken = steady_clock::now() - begun;
    server_->counts.answered(asked, made.status, taken.count());
    const bool goes_on = made.stream && asked.verb != method::head;
    const bool sent = co_await write(asked, made, keep && !goes_on);
    body_claim_.reset();
    disconnected_ = !sent;
    if (sent && goes_on) {
        server_->open_stream(std::move(socket_), made.stream);
        disconnected_ = true;  // for this session; the connection has another owner
        co_return false;
    }
    co_return sent&& keep && !server_->stopping;
}

asio::awaitable<session::implementation::outcome> session::implementation::read_request() {
    const auto& limits = server_->options;
    if (reader_.empty()) enter(phase::idle, limits.idle_time);
    while (reader_.empty()) {
        const bool came = co_await fill();
        if (!came) co_return outcome::disconnected;
    }
    enter(phase::reading, limits.header_time);
    for (;;) {
        const auto progress = reader_.advance();
        if (progress == request_reader::progress::complete) co_return outcome::complete;
        if (progress == request_reader::progress::failed) co_return outcome::failed;
        if (progress == request_reader::progress::has_header) {
            if (server_->buffered_bytes + reader_.body_bytes() > limits.buffered_bytes) co_return outcome::overloaded;
            body_claim_.emplace(server_->buffered_bytes, reader_.body_bytes());
            enter(phase::reading, limits.body_time);
            if (reader_.expects_continue()) {
                const std::array<asio::const_buffer, 2> interim{asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25), {}};
                const bool sent = co_await send(interim);
                if (!sent) co_return outcome::disconnected;
            }
        }
        const bool came = co_await fill();
        if (!came) co_return timed_out_ ? outcome::timed_out : outcome::disconnected;
    }
}

asio::awaitable<bool> session::implementation::fill() {
    const auto space = reader_.space();
    const auto [failed, count] = co_await socket_.async_read_some(space, asio::as_tuple(asio::use_awaitable));
    reader_.added(count);
    co_return !failed;
}

response session::implementation::refusal(outcome reason, const request& asked) const {
    if (reason == outcome::timed_out)
        return problem(408, {errc::timeout, "The request took too long to arrive.", ""}, asked.id);
    if (reason == outcome::overloaded)
        return problem({errc::overloaded, "The server has no room for this now; try again shortly.", ""}, asked.id);
    return problem(reader_.status(), reader_.failure(), asked.id);
}

asio::awaitable<response> session::implementation::handle(request& asked) {
    enter(phase::handling, std::chrono::milliseconds(0));
    const bool busy = server_->in_flight >= server_->options.requests;
    const claim working(server_->in_flight, 1);
    server_->counts.in_flight.Increment();
    auto answered = answer(server_->app, asked, busy);
    response made = co_await std::move(answered);
    server_->counts.in_flight.Decrement();
    co_return made;
}

asio::awaitable<bool> session::implementation::write(const request& asked, const response& made, bool keep) {
    enter(phase::writing, server_->options.write_time);
    connection_fields fields;
    fields.date = server_->date();
    fields.request_id = asked.id;
    fields.close = !keep;
    fields.announce_keep_alive = keep && reader_.is_http_1_0();
    write_head(head_, made, fields);
    const std::string_view body = asked.verb == method::head ? std::string_view() : made.payload();
    const std::array<asio::const_buffer, 2> bytes{asio::buffer(head_), asio::buffer(body.data(), body.size())};
    const bool sent = co_await send(bytes);
    co_return sent;
}

asio::awaitable<bool> session::implementation::send(std::array<asio::const_buffer, 2> bytes) {
    // Most responses fit the socket's buffer: then no turn through the scheduler is needed.
    boost::system::error_code failed;
    std::size_t sent = socket_.write_some(bytes, failed);
    if (failed && failed != asio::error::would_block) co_return false;
    if (sent == bytes[0].size() + bytes[1].size()) co_return true;
    for (auto& part : bytes) {
        const auto done = std::min(sent, part.size());
        part += done;
        sent -= done;
    }
    const auto [broken, count] = co_await asio::async_write(socket_, bytes, asio::as_tuple(asio::use_awaitable));
    co_return !broken;
}

asio::awaitable<void> session::implementation::linger() {
    // Closing with unread bytes would reset the connection before the client has read the last response.
    boost::system::error_code failed;
    socket_.shutdown(tcp::socket::shutdown_send, failed);
    enter(phase::lingering, server_->options.linger_time);
    std::array<char, 4096> unread;
    while (!failed) {
        const auto space = asio::buffer(unread);
        const auto [ended, count] = co_await socket_.async_read_some(space, asio::as_tuple(asio::use_awaitable));
        failed = ended;
    }
}

session::session(tcp::socket socket, std::shared_ptr<server_state> server)
    : implementation_(std::make_unique<implementation>(std::move(socket), std::move(server))) {}

session::~session() = default;

asio::awaitable<void> session::run() { return implementation_->run(); }
asio::awaitable<void> session::refuse() { return implementation_->refuse(); }
void session::check_deadline(steady_clock::time_point now) { implementation_->check_deadline(now); }
void session::stop() { implementation_->stop(); }
void session::abort() { implementation_->abort(); }

}  // namespace throughline::http
