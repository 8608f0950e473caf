// /v1/stories/{id}/stream: a story's changes as they come.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"

namespace throughline::api {

void add_stream(http::router& routes, services& with);

}  // namespace throughline::api
