// POST /v1/articles: from bytes to a durable article, and on request to a processed one.
#pragma once

#include "api/services.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace throughline::api {

/// Takes application/json, and text/html, text/markdown or text/plain with ?url= for where it came from.
boost::asio::awaitable<http::response> post_article(services& with, const http::request& asked);

}  // namespace throughline::api
