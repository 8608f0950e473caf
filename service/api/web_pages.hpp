// The reader's page (service/web): its addresses, its scripts, styles and fonts, all from inside the binary.
#pragma once

#include "http/router.hpp"

namespace throughline::api {

void add_web_pages(http::router& routes);

}  // namespace throughline::api
