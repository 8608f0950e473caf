// What the server serves: routes, who may use them, and how exceptions read to a client.
#pragma once

#include "core/error.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"

#include <boost/asio/awaitable.hpp>

#include <exception>
#include <functional>
#include <optional>

namespace throughline::http {

struct application {
    router routes;

    /// The reason why a request may not use a route that is not open; nullopt lets it pass. Empty: all may.
    std::function<std::optional<error>(const request&)> guard;

    /// The failure behind a handler's exception. Empty, or for what it does not know: errc::internal.
    std::function<error(std::exception_ptr)> explain;
};

/// Answers a request: finds its route, fills in path values and query, asks the guard, calls the handler and finishes
/// the response. Every failure is a problem; nothing is thrown. `busy` refuses all but vital routes at once.
boost::asio::awaitable<response> answer(const application& app, request& asked, bool busy);

}  // namespace throughline::http
