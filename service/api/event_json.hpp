// Sources and merges of an event as the API writes them.
#pragma once

#include "storage/timeline_store.hpp"

#include <boost/json/object.hpp>

namespace throughline::api {

boost::json::object to_json(const storage::event_source& source);
boost::json::object to_json(const storage::event_merge& merge);

}  // namespace throughline::api
