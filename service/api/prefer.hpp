// The Prefer header (RFC 7240).
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace throughline::api {

/// Longest time that a request waits for an article.
inline constexpr std::chrono::seconds longest_wait{60};

/// The seconds of "wait=10", at most longest_wait; nullopt without a readable one: preferences are never an error.
std::optional<std::chrono::seconds> preferred_wait(std::string_view prefer);

}  // namespace throughline::api
