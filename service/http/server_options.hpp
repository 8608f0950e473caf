// Limits of the HTTP server.
#pragma once

#include "http/body_stream.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace throughline::http {

struct server_options {
    std::string host = "127.0.0.1";  ///< address or name to listen on; default loopback only
    std::uint16_t port = 8080;       ///< 0: any free one

    std::size_t connections = 1000;                  ///< open at once, besides those with a stream; one more is
                                                     ///< answered 503 and closed
    std::size_t requests = 400;                      ///< being answered at once; one more is answered 503
    std::size_t header_bytes = 16 * 1024;            ///< request line and header fields; more is answered 431
    std::size_t body_bytes = 8'500'000;              ///< more is answered 413
    std::size_t buffered_bytes = 256 * 1024 * 1024;  ///< of all bodies held at once; more is answered 503

    stream_limits stream;  ///< of each body that goes on

    std::chrono::milliseconds idle_time{60'000};    ///< between two requests; then closed
    std::chrono::milliseconds header_time{10'000};  ///< from a request's first byte to the end of its header; then 408
    std::chrono::milliseconds body_time{30'000};    ///< from there to the end of its body; then 408
    std::chrono::milliseconds write_time{30'000};   ///< for the client to take a response; then closed
    std::chrono::milliseconds linger_time{2'000};   ///< for the client to read the last response before it is cut off
    std::chrono::milliseconds stop_time{20'000};    ///< for requests in flight once the server stops
};

}  // namespace throughline::http
