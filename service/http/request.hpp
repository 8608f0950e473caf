// A request as handlers see it: plain text, no Beast types.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::http {

enum class method : unsigned char { get, head, post, put, patch, delete_, options, other };

/// "GET", …; "OTHER" for other.
std::string_view name(method verb);

/// A header field; both parts point into the session's buffers.
struct header_view {
    std::string_view name;
    std::string_view value;
};

/// A query parameter, percent-decoded valid UTF-8.
struct parameter {
    std::string name;
    std::string value;
};

/// Lives until its handler has answered.
struct request {
    method verb = method::get;
    std::string_view target;           ///< as sent: "/v1/stories?q=a"
    std::vector<header_view> headers;  ///< in the order sent
    std::string body;                  ///< decoded from chunks; at most server_options::body_bytes
    std::string id;                    ///< request id: the client's X-Request-Id when it is sane, else our own

    std::string_view route;              ///< the template that matched: "/v1/stories/{id}"; "" when none
    std::vector<parameter> path_values;  ///< by template name, percent-decoded valid UTF-8
    std::vector<parameter> query;        ///< each name once

    /// The first header of this name, in any case; nullopt when absent.
    std::optional<std::string_view> header(std::string_view name) const;

    /// The part of the path that stands for {name} in the template; "" when the template has no such name.
    const std::string& path_value(std::string_view name) const;

    /// nullopt when the query has no such parameter.
    std::optional<std::string_view> parameter_value(std::string_view name) const;

    /// Content-Type without parameters, in lower case: "application/json"; "" when absent.
    std::string media_type() const;
};

/// Whether two header names are equal, ASCII case ignored.
bool same_token(std::string_view left, std::string_view right);

/// Without spaces and tabs at either end.
std::string_view trimmed(std::string_view text);

}  // namespace throughline::http
