// One client connection: reads requests one after the other, has them answered and writes the responses in order.
// Beast parses, sans I/O; the session reads and writes itself.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"
#include "http/server_state.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <memory>

namespace throughline::http {

class session {
public:
    session(boost::asio::ip::tcp::socket socket, std::shared_ptr<server_state> server);
    ~session();

    /// Serves until either side ends the connection.
    boost::asio::awaitable<void> run();

    /// Says that there are too many connections, and ends.
    boost::asio::awaitable<void> refuse();

    /// Ends a connection whose client is too slow; while a handler works there is no deadline.
    void check_deadline(std::chrono::steady_clock::time_point now);

    /// Closes the connection when it is idle; a request in flight is finished first.
    void stop();

    /// Closes the connection.
    void abort();

private:
    class implementation;
    std::unique_ptr<implementation> implementation_;
};

}  // namespace throughline::http
