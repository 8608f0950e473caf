// Sources, mentions and merges of events as the API writes them.
#pragma once

#include "storage/timeline_store.hpp"

#include <boost/json/object.hpp>

namespace throughline::api {

/// `first` is the source that the origin was first told by, this one itself unless it is a copy.
boost::json::object to_json(const storage::event_source& source, const storage::event_source& first);
boost::json::object to_json(const storage::article_mention& mention);
boost::json::object to_json(const storage::event_merge& merge);

}  // namespace throughline::api
