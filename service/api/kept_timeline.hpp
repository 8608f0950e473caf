// Sending timelines out of the cache.
#pragma once

#include "api/services.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace throughline::api {

/// What is kept under the key, unless it cannot be told whether it is still the newest.
boost::asio::awaitable<std::optional<cached_timeline>> find_fresh(services& with, std::string key);

/// Sends a timeline that was current at `read_at`; it is compressed, and kept so under the key, when the first client
/// asks for that.
boost::asio::awaitable<http::response> send(services& with, const http::request& asked, std::string key,
                                            cached_timeline kept, std::uint64_t read_at);

}  // namespace throughline::api
