// The HTTP server: accepts connections on one I/O thread and holds them to their limits.
#pragma once

#include "http/application.hpp"
#include "http/server_options.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <string>

namespace throughline::http {

class server_state;

/// All members are called on the thread that runs the io_context, or before it runs.
class server {
public:
    /// Binds and listens; connections wait until the io_context runs.
    /// Throws boost::system::system_error when the address cannot be used.
    server(boost::asio::io_context& io, application app, const server_options& options);
    ~server();
    server(const server&) = delete;
    server& operator=(const server&) = delete;

    /// "http://127.0.0.1:8080", with the port that was really taken.
    std::string base_url() const;

    /// Takes no more connections, closes idle ones and lets requests in flight finish with Connection: close, for
    /// stop_time at most. The io_context has nothing left of the server afterwards. Calling again changes nothing.
    void stop();

private:
    std::shared_ptr<server_state> state_;
};

}  // namespace throughline::http
