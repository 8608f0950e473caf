// The query parameters of a timeline and of its exports.
#pragma once

#include "api/parameters.hpp"
#include "http/request.hpp"
#include "storage/timeline_store.hpp"

#include <string>

namespace throughline::api {

/// The filters and the story; what is wrong is told by given.failure(). The page is not read.
storage::timeline_query read_filters(parameters& given, const http::request& asked);

/// The filters of the request as they stand in a query, in a fixed order: "&from=2018-03-01&max=10".
std::string filter_text(const http::request& asked);

}  // namespace throughline::api
