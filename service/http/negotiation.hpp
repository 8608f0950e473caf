// Which media type (RFC 9110, section 12.5.1) and which encoding (section 12.5.3) a client takes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace throughline::http {

enum class content_coding : unsigned char { identity, gzip };

/// The coding to use for an Accept-Encoding value: gzip when it is named or "*" is, with a quality above zero.
/// Without the header, or where nothing we know is accepted, identity.
content_coding preferred_coding(std::string_view accept_encoding);

/// The place of the offered media type that an Accept value likes best; of equals the one it names more exactly, then
/// the one offered first. A range's parameters must all stand in the offer ("application/ld+json;profile=…"). nullopt
/// when it takes none of them; an empty value takes the first. A malformed range takes nothing.
std::optional<std::size_t> preferred_media_type(std::string_view accept, std::span<const std::string_view> offered);

/// A parameter of a media type, without quotation marks: "utf-8" for "charset" of `text/html; charset="utf-8"`; "" when
/// it has none of that name.
std::string_view media_type_parameter(std::string_view type, std::string_view name);

}  // namespace throughline::http
