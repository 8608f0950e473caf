// API keys: "Authorization: Bearer KEY" (RFC 6750).
#pragma once

#include "core/error.hpp"
#include "http/request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::api {

/// errc::unauthorized unless the request carries one of the keys. Takes the same time for any wrong key of a length.
std::optional<error> check_key(const http::request& asked, const std::vector<std::string>& keys);

}  // namespace throughline::api
