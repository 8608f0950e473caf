// For those who run the service: /healthz, /readyz, /metrics, /openapi.json.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"

namespace throughline::api {

/// Health checks and the contract need no key; health checks are answered however much work there is.
void add_operations(http::router& routes, services& with);

}  // namespace throughline::api
