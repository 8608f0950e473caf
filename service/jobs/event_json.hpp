// The API's event object as JSON text (schema/openapi.yaml, Event), built once when the timeline is written.
#pragma once

#include "timeline/diff.hpp"
#include "timeline/timeline.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::jobs {

/// `ids` holds the id of each of the timeline's events; `event` is an index into them.
std::string event_json(const timeline::story_timeline& story, const std::vector<std::string>& ids, std::size_t event);

/// The reader's view of an event back out of its JSON text; `articles` is left empty.
timeline::event_snapshot parse_snapshot(std::string_view document);

/// A JSON object of the features and what each contributed.
std::string features_json(const std::vector<timeline::merge_feature>& features);

}  // namespace throughline::jobs
