#include "cli/api_client.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/system/system_error.hpp>
#include <boost/url/parse.hpp>

#include <charconv>

namespace throughline::cli {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::use_awaitable;

constexpr auto connect_patience = std::chrono::seconds(10);
constexpr std::size_t largest_answer = 256 * 1024 * 1024;

std::optional<std::chrono::seconds> read_seconds(std::string_view text) {
    unsigned value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end == text.data()) return std::nullopt;
    return std::chrono::seconds(value);
}

// Failures of a connection that idled too long: the request was never read.
bool was_closed_while_idle(const beast::error_code& failure) {
    return failure == http::error::end_of_stream || failure == asio::error::eof ||
           failure == asio::error::connection_reset || failure == asio::error::broken_pipe;
}

}  // namespace

std::string service_address::text() const {
    const bool v6 = host.find(':') != std::string::npos;
    return "http://" + (v6 ? "[" + host + "]" : host) + ":" + port + prefix;
}

std::optional<service_address> parse_service_address(std::string_view base) {
    const auto url = boost::urls::parse_uri(base);
    if (url.has_error() || url->scheme() != "http" || url->host().empty() || url->has_query() || url->has_fragment())
        return std::nullopt;
    service_address address;
    address.host = url->host_address();
    address.port = url->has_port() && !url->port().empty() ? std::string(url->port()) : "80";
    address.prefix = std::string(url->encoded_path());
    while (address.prefix.ends_with('/')) address.prefix.pop_back();
    return address;
}

api_client::api_client(asio::any_io_executor executor, service_address address, std::string key)
    : executor_(std::move(executor)), address_(std::move(address)), key_(std::move(key)) {}

asio::awaitable<void> api_client::connect() {
    asio::ip::tcp::resolver resolver(executor_);
    const auto found = co_await resolver.async_resolve(address_.host, address_.port, use_awaitable);
    stream_.emplace(executor_);
    buffer_.clear();
    stream_->expires_after(connect_patience);
    co_await stream_->async_connect(found, use_awaitable);
    stream_->socket().set_option(asio::ip::tcp::no_delay(true));
}

asio::awaitable<api_answer> api_client::exchange(const api_request& request) {
    http::request<http::string_body> message(request.method, address_.prefix + request.target, 11);
    message.set(http::field::host, address_.host + ":" + address_.port);
    message.set(http::field::user_agent, "throughline");
    message.set(http::field::accept, "application/json");
    if (!key_.empty()) message.set(http::field::authorization, "Bearer " + key_);
    if (!request.prefer.empty()) message.set("Prefer", request.prefer);
    if (!request.body.empty()) message.set(http::field::content_type, request.content_type);
    message.body() = request.body;
    message.prepare_payload();

    stream_->expires_after(request.patience);
    co_await http::async_write(*stream_, message, use_awaitable);
    http::response_parser<http::string_body> parser;
    parser.body_limit(largest_answer);
    co_await http::async_read(*stream_, buffer_, parser, use_awaitable);

    auto response = parser.release();
    api_answer answer;
    answer.status = response.result_int();
    answer.location = std::string(response[http::field::location]);
    answer.retry_after = read_seconds(std::string_view(response[http::field::retry_after]));
    answer.body = std::move(response.body());
    if (!response.keep_alive()) stream_.reset();
    co_return answer;
}

asio::awaitable<api_answer> api_client::send(api_request request) {
    if (stream_) {
        beast::error_code failure;
        try {
            co_return co_await exchange(request);
        } catch (const boost::system::system_error& thrown) {
            failure = thrown.code();
        }
        stream_.reset();
        if (!was_closed_while_idle(failure)) throw boost::system::system_error(failure);
    }
    co_await connect();
    try {
        co_return co_await exchange(request);
    } catch (const boost::system::system_error&) {
        stream_.reset();
        throw;
    }
}

}  // namespace throughline::cli
