// Where readers reach the service, for addresses inside exports.
#pragma once

#include "api/services.hpp"
#include "http/request.hpp"

#include <string>

namespace throughline::api {

/// The operator's THROUGHLINE_PUBLIC_URL, else "http://" and the Host of the request, else "http://localhost".
/// Without a slash at its end.
std::string public_address(const services& with, const http::request& asked);

}  // namespace throughline::api
