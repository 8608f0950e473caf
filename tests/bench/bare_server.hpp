// The yardstick of bench_http: Beast and nothing else, one thread, one fixed body.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <string>
#include <string_view>
#include <thread>

namespace throughline::bench {

class bare_server {
public:
    /// The body must outlive the server.
    explicit bare_server(std::string_view body)
        : body_(body), acceptor_(io_, {boost::asio::ip::make_address("127.0.0.1"), 0}) {
        boost::asio::co_spawn(io_, accept(), boost::asio::detached);
        thread_ = std::thread([this] { io_.run(); });
    }
    ~bare_server() {
        io_.stop();
        thread_.join();
    }

    std::string base_url() const { return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }

private:
    using tcp = boost::asio::ip::tcp;

    boost::asio::awaitable<void> accept() {
        for (;;) {
            tcp::socket socket = co_await acceptor_.async_accept(boost::asio::use_awaitable);
            socket.set_option(tcp::no_delay(true));
            boost::asio::co_spawn(io_, serve(boost::beast::tcp_stream(std::move(socket))), boost::asio::detached);
        }
    }

    boost::asio::awaitable<void> serve(boost::beast::tcp_stream stream) {
        namespace http = boost::beast::http;
        boost::beast::flat_buffer buffer;
        for (;;) {
            http::request<http::string_body> asked;
            auto [broken, got] =
                co_await http::async_read(stream, buffer, asked, boost::asio::as_tuple(boost::asio::use_awaitable));
            if (broken) co_return;
            http::response<http::span_body<const char>> answer(http::status::ok, asked.version());
            answer.set(http::field::content_type, "application/json");
            answer.body() = {body_.data(), body_.size()};
            answer.keep_alive(asked.keep_alive());
            answer.prepare_payload();
            auto [failed, sent] =
                co_await http::async_write(stream, answer, boost::asio::as_tuple(boost::asio::use_awaitable));
            if (failed) co_return;
        }
    }

    boost::asio::io_context io_{1};
    std::string_view body_;
    tcp::acceptor acceptor_;
    std::thread thread_;
};

}  // namespace throughline::bench
