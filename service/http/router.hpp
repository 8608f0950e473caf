// Which handler answers a path and a method.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

#include <boost/asio/awaitable.hpp>

#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::http {

/// Answers one request, which outlives the coroutine. An exception becomes a problem, see application::explain.
using handler = std::function<boost::asio::awaitable<response>(const request&)>;

struct route_options {
    bool open = false;   ///< answered without an API key; default false
    bool vital = false;  ///< answered however much work there is, for health checks; default false
};

struct route {
    method verb = method::get;
    std::string path;                   ///< the template: "/v1/stories/{id}/timeline"
    std::vector<std::string> segments;  ///< of the template, "{id}" for a name
    handler handle;
    route_options options;
};

/// What a lookup found. Without a route, `allow` tells an unknown path ("") from a method that the path has not.
struct route_match {
    const route* found = nullptr;
    std::vector<parameter> values;  ///< of the template's names
    std::string allow;              ///< value of the Allow header: "GET, HEAD, OPTIONS"
};

class router {
public:
    /// Templates are literal segments and {names}. Literal segments win over names when added first.
    void add(method verb, std::string path, handler handle, route_options options = {});

    /// HEAD finds the GET route. Never fails on any input.
    route_match find(method verb, std::span<const std::string> segments) const;

    const std::deque<route>& routes() const { return routes_; }

private:
    std::deque<route> routes_;
};

}  // namespace throughline::http
