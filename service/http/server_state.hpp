// What the server and its sessions share. Used by the I/O thread alone.
#pragma once

#include "http/application.hpp"
#include "http/body_stream.hpp"
#include "http/request_ids.hpp"
#include "http/server_options.hpp"
#include "http/traffic.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace throughline::http {

class session;

class server_state : public std::enable_shared_from_this<server_state> {
public:
    server_state(boost::asio::io_context& io, application served, const server_options& limits);

    void start();
    void stop();

    /// Takes over a connection whose response goes on; `begin` is called with its stream.
    void open_stream(boost::asio::ip::tcp::socket socket,
                     const std::function<void(const std::shared_ptr<body_stream>&)>& begin);

    /// IMF-fixdate of now, made once a second.
    std::string_view date();

    application app;
    server_options options;
    request_ids ids;
    traffic counts;
    std::size_t in_flight = 0;       ///< requests with a handler at work
    std::size_t buffered_bytes = 0;  ///< promised to bodies
    bool stopping = false;
    boost::asio::ip::tcp::acceptor acceptor;

private:
    boost::asio::awaitable<void> accept_connections();
    boost::asio::awaitable<void> watch_deadlines();
    void open(boost::asio::ip::tcp::socket socket);
    void closed(const std::shared_ptr<session>& ended);
    void stream_ended(body_stream& ended);
    void check_deadlines();
    void note_end();

    boost::asio::steady_timer tick_;
    std::unordered_set<std::shared_ptr<session>> sessions_;
    std::unordered_map<body_stream*, std::shared_ptr<body_stream>> streams_;
    std::chrono::steady_clock::time_point stop_deadline_{};
    unsigned ticks_ = 0;
    std::time_t date_second_ = 0;
    std::string date_;
};

}  // namespace throughline::http
