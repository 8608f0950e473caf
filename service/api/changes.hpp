// /v1/stories/{id}/changes: what changed in a story's events since a revision, oldest first.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"

namespace throughline::api {

void add_changes(http::router& routes, services& with);

}  // namespace throughline::api
