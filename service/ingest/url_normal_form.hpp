// Paths and queries of web addresses in the normal form of RFC 3986, section 6.2.2.
#pragma once

#include <string>
#include <string_view>

namespace throughline::ingest {

/// Blanks, quotes and letters of any script, as addresses hold them when they are copied from browsers and pages, are
/// percent-encoded. Of what is encoded only unreserved characters are decoded: "%2F" is no "/".
std::string normal_escapes(std::string_view address);

/// A path with its "." and ".." segments resolved (5.2.4); "/" for an empty one.
std::string without_dots(std::string_view path);

}  // namespace throughline::ingest
