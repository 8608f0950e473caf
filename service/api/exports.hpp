// A story's whole timeline in one of the export formats, kept in the cache like the timeline itself.
#pragma once

#include "api/services.hpp"
#include "exports/format.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <boost/asio/awaitable.hpp>

namespace throughline::api {

boost::asio::awaitable<http::response> get_export(services& with, const http::request& asked,
                                                  const exports::format& as);

}  // namespace throughline::api
