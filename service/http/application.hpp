// What the server serves, and who may use it.
#pragma once

#include "core/error.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>

namespace throughline::http {

struct application {
    router routes;

    /// The reason why a request may not use a route that is not open; nullopt lets it pass. Empty: all may.
    std::function<std::optional<error>(const request&)> guard;
};

/// Answers a request: finds its route, fills in path values and query, asks the guard, calls the handler and finishes
/// the response. Every failure is a problem; what a handler throws is logged and told as errc::internal. `busy` refuses
/// all but vital routes at once.
boost::asio::awaitable<response> answer(const application& app, request& asked, bool busy);

}  // namespace throughline::http
