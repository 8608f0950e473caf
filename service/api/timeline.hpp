// /v1/stories/{id}/timeline: the merged chronology, from the cache while its story has not changed.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"

namespace throughline::api {

void add_timeline(http::router& routes, services& with);

}  // namespace throughline::api
