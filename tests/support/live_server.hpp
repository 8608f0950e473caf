// An HTTP server in this process, on a free port and a thread of its own.
#pragma once

#include "http/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <string>
#include <thread>

namespace throughline::test {

class live_server {
public:
    explicit live_server(http::application app, http::server_options options = {})
        : server_(io_, std::move(app), on_any_port(std::move(options))), base_(server_.base_url()) {
        thread_ = std::thread([this] { io_.run(); });
    }
    ~live_server() {
        stop();
        thread_.join();
    }

    const std::string& base() const { return base_; }
    boost::asio::io_context& io() { return io_; }

    /// Begins a graceful stop.
    void stop() {
        boost::asio::post(io_, [this] { server_.stop(); });
    }

private:
    static http::server_options on_any_port(http::server_options options) {
        options.port = 0;
        return options;
    }

    boost::asio::io_context io_{1};
    http::server server_;
    std::string base_;
    std::thread thread_;
};

}  // namespace throughline::test
