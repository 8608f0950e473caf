// The last step before a response is sent: entity tag, 304, gzip and the headers that go with them.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

namespace throughline::http {

void finish(const request& asked, response& answer);

}  // namespace throughline::http
