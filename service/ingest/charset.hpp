// Pages and texts in any charset of the web, brought to UTF-8.
#pragma once

#include "core/error.hpp"

#include <string>
#include <string_view>

namespace throughline::ingest {

/// What a source says of its own charset apart from its bytes.
struct charset_hints {
    std::string_view declared;  ///< the charset parameter of its Content-Type; "" when it has none
    bool is_page = false;       ///< meta elements and an XML declaration in its first 1,024 bytes count
};

/// The text without a byte order mark. It is decoded by that mark, else by the declared charset, else by the one that
/// the page names, else as UTF-8; a page whose bytes are UTF-8 is UTF-8 whatever its meta elements say, as pages that
/// were fetched and decoded are. Fails with invalid_encoding, naming the charset, for one that data/charsets.tsv does
/// not know and for bytes that are not of it; `field` is named in the failure. Linear time.
result<std::string> to_utf8(std::string_view bytes, const charset_hints& hints, std::string_view field);

}  // namespace throughline::ingest
