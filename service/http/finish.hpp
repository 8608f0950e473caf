// The last step before a response is sent: entity tag, 304, gzip and the headers that go with them.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

namespace throughline::http {

/// A Cache-Control that the handler has set stays; without one, a copy is to be checked before use.
void finish(const request& asked, response& answer);

}  // namespace throughline::http
