// Which encoding a client takes (RFC 9110, section 12.5.3).
#pragma once

#include <string_view>

namespace throughline::http {

enum class content_coding : unsigned char { identity, gzip };

/// The coding to use for an Accept-Encoding value: gzip when it is named or "*" is, with a quality above zero.
/// Without the header, or where nothing we know is accepted, identity.
content_coding preferred_coding(std::string_view accept_encoding);

}  // namespace throughline::http
