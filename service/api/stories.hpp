// /v1/stories: the list, one story, its revisions.
#pragma once

#include "api/services.hpp"
#include "http/router.hpp"
#include "storage/story_store.hpp"

#include <boost/json/object.hpp>

namespace throughline::api {

void add_stories(http::router& routes, services& with);

/// The story as lists and timelines show it.
boost::json::object story_head(const storage::story& story);

}  // namespace throughline::api
