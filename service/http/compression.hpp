// gzip (RFC 1952) of response bodies.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline::http {

enum class compression : unsigned char {
    fast,  ///< for a body sent once
    best   ///< for a body kept and sent many times
};

/// The whole text as one gzip member. Throws std::bad_alloc only.
std::string gzip(std::string_view text, compression effort);

/// Whether a body of this many bytes gains more by gzip than the work costs.
constexpr bool worth_compressing(std::size_t bytes) { return bytes >= 1024; }

}  // namespace throughline::http
