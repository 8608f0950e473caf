// A response as handlers make it, and bodies that are built once and sent many times.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::http {

class body_stream;

/// A body kept ready to send in both encodings; immutable once made.
struct prebuilt_body {
    std::string identity;
    std::string gzip;  ///< "" where it has not been compressed
    std::string etag;  ///< W/"…"

    std::size_t bytes() const { return identity.size() + gzip.size() + etag.size(); }
};

/// Names the body by a hash of its bytes; it is not compressed yet.
std::shared_ptr<const prebuilt_body> make_prebuilt(std::string body);

/// The same body with its gzip form.
std::shared_ptr<const prebuilt_body> with_gzip(const prebuilt_body& body);

struct response {
    unsigned status = 200;
    std::string_view content_type = json_type;                      ///< a literal; "" when there is no body
    std::vector<std::pair<std::string_view, std::string>> headers;  ///< names are literals
    std::string body;
    std::shared_ptr<const prebuilt_body> shared;  ///< stands for `body` when set
    bool gzipped = false;                         ///< the body goes out as gzip; set by finish()
    bool close = false;                           ///< the connection ends after this response

    /// Set for a body that goes on: called with the connection once the head has been sent, or never where the client
    /// has gone or asked for the head alone. `body` is not looked at.
    std::function<void(const std::shared_ptr<body_stream>&)> stream;

    static constexpr std::string_view json_type = "application/json";
    static constexpr std::string_view problem_type = "application/problem+json";

    /// The bytes to send, unless the request was HEAD.
    std::string_view payload() const;
};

/// `body` is serialized JSON.
response json(unsigned status, std::string body);

response prebuilt(std::shared_ptr<const prebuilt_body> body);

/// 204.
response no_content();

}  // namespace throughline::http
