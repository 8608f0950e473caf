// A blocking HTTP client for tests: whole requests, and raw bytes for what no decent client sends.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::test {

struct http_response {
    unsigned status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case; the last of equal names
    std::string body;                            ///< as sent: gzip stays gzip

    std::string header(const std::string& lower_case_name) const;
};

using http_headers = std::vector<std::pair<std::string, std::string>>;

/// One connection. Every wait ends after 10 seconds with std::runtime_error.
class http_connection {
public:
    /// `base` is "http://HOST:PORT".
    explicit http_connection(std::string_view base);
    ~http_connection();

    void send(std::string_view bytes);

    /// The next response, interim ones (1xx) included; nullopt when the server closed the connection instead.
    /// `head_only`: the response answers HEAD, so no body follows.
    std::optional<http_response> receive(bool head_only = false);

    /// What comes up to the marker and with it, of a body without an end; nullopt when the server closed the connection
    /// before.
    std::optional<std::string> read_until(std::string_view marker);

    /// Whether the server has closed the connection within the time.
    bool closed_within(std::chrono::milliseconds time);

private:
    struct state;
    std::unique_ptr<state> state_;
};

/// One request over a connection of its own.
http_response fetch(std::string_view base, std::string_view method, std::string_view target,
                    const http_headers& headers = {}, std::string_view body = {});

/// The text of a gzip member. Throws std::runtime_error.
std::string gunzip(std::string_view packed);

}  // namespace throughline::test
