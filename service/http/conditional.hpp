// Entity tags and conditional requests (RFC 9110, sections 8.8.3 and 13).
#pragma once

#include <string>
#include <string_view>

namespace throughline::http {

/// W/"…" of a hash of the bytes. Weak, because the same tag names the plain and the gzipped form.
std::string make_etag(std::string_view body);

/// Whether an If-None-Match value ("*" or a list) names this tag, compared weakly. A malformed list names nothing.
bool names_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace throughline::http
