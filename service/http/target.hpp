// The request target, split and percent-decoded (RFC 9112, section 3.2; RFC 3986).
#pragma once

#include "core/error.hpp"
#include "http/request.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::http {

struct request_target {
    std::vector<std::string> segments;  ///< of the path, decoded: "/v1/stories/x" gives {"v1", "stories", "x"}
    std::vector<parameter> query;       ///< "+" is a space
};

/// Reads origin form ("/path?query") and absolute form ("http://host/path?query").
/// bad_request: not a URI, a byte sequence that is no UTF-8, a control character, a parameter given twice.
result<request_target> parse_target(std::string_view target);

/// Whether the bytes are UTF-8 (RFC 3629) without control characters.
bool clean_utf8(std::string_view text);

}  // namespace throughline::http
