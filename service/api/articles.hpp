// /v1/articles: post one, read one, delete one.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"

namespace throughline::api {

void add_articles(http::router& routes, services& with);

}  // namespace throughline::api
