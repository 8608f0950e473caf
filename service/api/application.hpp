// The whole API: every route of schema/openapi.yaml.
#pragma once

#include "api/services.hpp"
#include "http/application.hpp"

namespace throughline::api {

/// `with` must outlive the server that serves the application.
http::application make_application(services& with);

}  // namespace throughline::api
