// /v1/events: one event, its sources, why its mentions are one event.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"

namespace throughline::api {

void add_events(http::router& routes, services& with);

}  // namespace throughline::api
