#include "support/http_client.hpp"

#include "support/answer_log.hpp"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cctype>
#include <deque>
#include <stdexcept>

namespace throughline::test {
namespace {

constexpr int patience_ms = 10'000;

int connect_to(std::string_view base) {
    const auto authority = base.substr(base.find("//") + 2);
    const auto colon = authority.rfind(':');
    const std::string host(authority.substr(0, colon));
    const std::string port(authority.substr(colon + 1));
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0) throw std::runtime_error("no such host: " + host);
    const int socket = ::socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, 0);
    const int failed = ::connect(socket, found->ai_addr, found->ai_addrlen);
    freeaddrinfo(found);
    if (failed != 0) {
        ::close(socket);
        throw std::runtime_error("cannot connect to " + std::string(base));
    }
    return socket;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

http_response parse_head(std::string_view head) {
    http_response response;
    response.status = static_cast<unsigned>(std::stoul(std::string(head.substr(9, 3))));
    auto line_end = head.find("\r\n");
    while (line_end != std::string_view::npos && line_end + 2 < head.size()) {
        head.remove_prefix(line_end + 2);
        line_end = head.find("\r\n");
        const auto line = head.substr(0, line_end);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        response.headers[lower(std::string(line.substr(0, colon)))] = line.substr(std::min(colon + 2, line.size()));
    }
    return response;
}

}  // namespace

std::string http_response::header(const std::string& lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? std::string() : found->second;
}

struct http_connection::state {
    int socket = -1;
    std::string unread;
    std::string base;
    std::deque<std::pair<std::string, std::string>> asked;  ///< methods and targets not yet answered

    /// Takes note of the request that begins here, if one does.
    void note(std::string_view bytes) {
        const auto line = bytes.substr(0, bytes.find("\r\n"));
        const auto method = line.substr(0, line.find(' '));
        const auto rest = line.substr(std::min(method.size() + 1, line.size()));
        const auto target = rest.substr(0, rest.find(' '));
        if (rest.substr(target.size()).starts_with(" HTTP/1.")) asked.emplace_back(method, target);
    }

    /// Hands an answer that came to those who check answers against the contract.
    void log(const http_response& response) {
        if (asked.empty() || response.status < 200) return;
        log_answer(base, asked.front().first, asked.front().second, response);
        asked.pop_front();
    }

    /// False when the server has closed the connection.
    bool read_more(int wait_ms) {
        pollfd ready{socket, POLLIN, 0};
        if (::poll(&ready, 1, wait_ms) == 0) throw std::runtime_error("the server does not answer");
        char bytes[16 * 1024];
        const auto count = ::recv(socket, bytes, sizeof bytes, 0);
        if (count > 0) unread.append(bytes, static_cast<std::size_t>(count));
        return count > 0;
    }
};

http_connection::http_connection(std::string_view base) : state_(std::make_unique<state>()) {
    state_->base = base;
    state_->socket = connect_to(base);
}

http_connection::~http_connection() { ::close(state_->socket); }

void http_connection::send(std::string_view bytes) {
    state_->note(bytes);
    while (!bytes.empty()) {
        const auto sent = ::send(state_->socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;  // the server has answered and closed; its answer tells
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::optional<http_response> http_connection::receive(bool head_only) {
    auto& unread = state_->unread;
    while (unread.find("\r\n\r\n") == std::string::npos)
        if (!state_->read_more(patience_ms)) return std::nullopt;
    const auto head_end = unread.find("\r\n\r\n") + 4;
    auto response = parse_head(std::string_view(unread).substr(0, head_end));
    unread.erase(0, head_end);
    const auto length = response.header("content-length");
    if (head_only || length.empty()) {
        state_->log(response);
        return response;
    }
    const auto wanted = std::stoul(length);
    while (unread.size() < wanted)
        if (!state_->read_more(patience_ms)) throw std::runtime_error("the body is cut short");
    response.body = unread.substr(0, wanted);
    unread.erase(0, wanted);
    state_->log(response);
    return response;
}

std::optional<std::string> http_connection::read_until(std::string_view marker) {
    auto& unread = state_->unread;
    while (unread.find(marker) == std::string::npos)
        if (!state_->read_more(patience_ms)) return std::nullopt;
    const auto end = unread.find(marker) + marker.size();
    auto text = unread.substr(0, end);
    unread.erase(0, end);
    return text;
}

bool http_connection::closed_within(std::chrono::milliseconds time) {
    pollfd ready{state_->socket, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(time.count())) == 0) return false;
    char byte = 0;
    return ::recv(state_->socket, &byte, 1, MSG_PEEK) <= 0;
}

http_response fetch(std::string_view base, std::string_view method, std::string_view target,
                    const http_headers& headers, std::string_view body) {
    std::string bytes;
    bytes.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: test\r\n");
    for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
    if (!body.empty()) bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    bytes += "\r\n";
    bytes += body;
    http_connection connection(base);
    connection.send(bytes);
    auto response = connection.receive(method == "HEAD");
    if (!response) throw std::runtime_error("the server closed the connection without an answer");
    return *response;
}

std::string gunzip(std::string_view packed) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::runtime_error("zlib");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    int state = Z_OK;
    while (state == Z_OK) {
        char bytes[16 * 1024];
        stream.next_out = reinterpret_cast<Bytef*>(bytes);
        stream.avail_out = sizeof bytes;
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(bytes, sizeof bytes - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END) throw std::runtime_error("not gzip");
    return text;
}

}  // namespace throughline::test
