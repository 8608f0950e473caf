// Failures as application/problem+json (RFC 9457): {"type","title","status","code","detail","field","request_id"}.
#pragma once

#include "core/error.hpp"
#include "http/response.hpp"

#include <string_view>

namespace throughline::http {

/// The status that a failure has unless a handler knows better.
unsigned status_of(errc code);

/// Failures that pass by themselves carry Retry-After.
response problem(const error& failure, std::string_view request_id);
response problem(unsigned status, const error& failure, std::string_view request_id);

}  // namespace throughline::http
