// /v1/articles: post one, read one, where it tells of which event, delete one.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"

namespace throughline::api {

void add_articles(http::router& routes, services& with);

}  // namespace throughline::api
