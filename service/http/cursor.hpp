// Opaque list cursors: the place in a list, bound to the list's name and checked against tampering and truncation.
#pragma once

#include "core/error.hpp"

#include <string>
#include <string_view>

namespace throughline::http {

/// `list` names the list and its order ("stories"); `position` is what the list needs to go on, at most 1 KB.
/// The answer is URL-safe (base64url without padding).
std::string encode_cursor(std::string_view list, std::string_view position);

/// The position; bad_request naming "cursor" when the text is not a cursor of this list.
result<std::string> decode_cursor(std::string_view list, std::string_view cursor);

}  // namespace throughline::http
