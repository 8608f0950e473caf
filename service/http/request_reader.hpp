// Takes requests out of a connection's bytes, without any I/O: give it bytes until it has one.
#pragma once

#include "core/error.hpp"
#include "http/request.hpp"
#include "http/server_options.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstddef>
#include <optional>

namespace throughline::http {

class request_reader {
public:
    enum class progress : unsigned char {
        needs_bytes,  ///< read more into space()
        has_header,   ///< told once: the header is complete and passed its checks, the body is not
        complete,     ///< request() may be taken
        failed        ///< status() and failure() say why; nothing more can be read from the connection
    };

    explicit request_reader(const server_options& limits);

    /// Forgets the last request; bytes after it stay for the next one.
    void start();

    /// Goes on with the bytes at hand.
    progress advance();

    /// Where to read bytes to; tell added() how many came.
    boost::asio::mutable_buffer space();
    void added(std::size_t bytes) { buffer_.commit(bytes); }

    /// Whether no byte of a further request has come.
    bool empty() const { return buffer_.size() == 0; }

    /// Bytes that the body will take at most; known with the header.
    std::size_t body_bytes() const;
    bool expects_continue() const { return expects_continue_; }

    /// Moves the body out and points to the header fields; valid until start().
    void take(request& asked);
    bool keep_alive() const { return parser_->get().keep_alive(); }
    bool is_http_1_0() const { return parser_->get().version() == 10; }

    unsigned status() const { return status_; }
    const error& failure() const { return failure_; }

private:
    progress check_header();
    progress fail(unsigned status, error failure);
    progress fail(boost::system::error_code reason);

    using parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    const server_options& limits_;
    boost::beast::flat_buffer buffer_;
    std::optional<parser> parser_;
    bool header_checked_ = false;
    bool expects_continue_ = false;
    unsigned status_ = 0;
    error failure_;
};

}  // namespace throughline::http
