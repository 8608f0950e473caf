// The release.
#pragma once

#include <string_view>

namespace throughline {

/// As semver.org has it. A release that reads articles in another way has another one.
inline constexpr std::string_view version = "0.1.0";

}  // namespace throughline
