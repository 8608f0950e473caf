#include "http/request_reader.hpp"

#include <algorithm>

namespace throughline::http {
namespace {

namespace beast_http = boost::beast::http;

constexpr std::size_t smallest_read = 4 * 1024;
constexpr std::size_t largest_read = 64 * 1024;
constexpr std::size_t last_chunk_bytes = 5;

method method_of(beast_http::verb verb) {
    switch (verb) {
        case beast_http::verb::get: return method::get;
        case beast_http::verb::head: return method::head;
        case beast_http::verb::post: return method::post;
        case beast_http::verb::put: return method::put;
        case beast_http::verb::patch: return method::patch;
        case beast_http::verb::delete_: return method::delete_;
        case beast_http::verb::options: return method::options;
        default: return method::other;
    }
}

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

request_reader::request_reader(const server_options& limits)
    : limits_(limits), buffer_(limits.header_bytes + 2 * largest_read) {}

void request_reader::start() {
    parser_.emplace();
    parser_->eager(true);
    parser_->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser_->body_limit(limits_.body_bytes);
    header_checked_ = false;
    expects_continue_ = false;
    if (buffer_.size() == 0 && buffer_.capacity() > largest_read)
        buffer_ = boost::beast::flat_buffer(buffer_.max_size());
}

boost::asio::mutable_buffer request_reader::space() {
    const auto wanted = header_checked_ ? largest_read : smallest_read;
    return buffer_.prepare(std::min(wanted, buffer_.max_size() - buffer_.size()));
}

request_reader::progress request_reader::advance() {
    // Beast asserts that it is never asked twice about less than a whole last chunk ("0", CRLF, CRLF). Nothing is lost
    // by waiting for as much: every chunked body has that to come.
    if (header_checked_ && parser_->chunked() && buffer_.size() < last_chunk_bytes) return progress::needs_bytes;
    boost::system::error_code reason;
    buffer_.consume(parser_->put(buffer_.data(), reason));
    if (reason == beast_http::error::need_more) reason = {};
    if (reason) return fail(reason);
    if (parser_->is_header_done() && !header_checked_) {
        header_checked_ = true;
        const auto checked = check_header();
        if (checked == progress::failed || !parser_->is_done()) return checked;
    }
    if (parser_->is_done()) return progress::complete;
    // A chunk header that does not end.
    if (buffer_.size() == buffer_.max_size()) return fail(beast_http::error::header_limit);
    return progress::needs_bytes;
}

request_reader::progress request_reader::check_header() {
    const auto& header = parser_->get();
    const auto hosts = header.count(beast_http::field::host);
    if (hosts > 1 || (hosts == 0 && header.version() == 11))
        return fail(400, {errc::bad_request, "A request has exactly one Host header.", ""});
    const auto coding = header.find(beast_http::field::transfer_encoding);
    const bool coded = coding != header.end();
    if (coded &&
        (header.count(beast_http::field::transfer_encoding) > 1 || !same_token(view(coding->value()), "chunked")))
        return fail(501, {errc::unsupported_media, "The only transfer coding read here is chunked.", ""});
    if (const auto expect = header.find(beast_http::field::expect); expect != header.end()) {
        if (!same_token(view(expect->value()), "100-continue"))
            return fail(417, {errc::bad_request, "The only expectation met here is 100-continue.", ""});
        expects_continue_ = header.version() == 11;
    }
    return progress::has_header;
}

std::size_t request_reader::body_bytes() const {
    if (const auto length = parser_->content_length()) return static_cast<std::size_t>(*length);
    return parser_->chunked() ? limits_.body_bytes : 0;
}

void request_reader::take(request& asked) {
    auto& message = parser_->get();
    asked.verb = method_of(message.method());
    asked.target = view(message.target());
    asked.headers.reserve(16);
    for (const auto& field : message) asked.headers.push_back({view(field.name_string()), view(field.value())});
    asked.body = std::move(message.body());
}

request_reader::progress request_reader::fail(unsigned status, error failure) {
    status_ = status;
    failure_ = std::move(failure);
    return progress::failed;
}

request_reader::progress request_reader::fail(boost::system::error_code reason) {
    if (reason == beast_http::error::body_limit) {
        return fail(413, {errc::too_large, "The body is over " + std::to_string(limits_.body_bytes) + " bytes.", ""});
    }
    if (reason == beast_http::error::header_limit) {
        return fail(431,
                    {errc::too_large, "The header is over " + std::to_string(limits_.header_bytes) + " bytes.", ""});
    }
    if (reason == beast_http::error::bad_version)
        return fail(505, {errc::bad_request, "HTTP/1.1 and HTTP/1.0 are spoken here.", ""});
    return fail(400, {errc::bad_request, "This is not valid HTTP: " + reason.message() + ".", ""});
}

}  // namespace throughline::http
