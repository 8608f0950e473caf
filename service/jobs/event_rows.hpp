// An assembled timeline as the rows that are stored of it.
#pragma once

#include "storage/analysis_store.hpp"
#include "storage/event_store.hpp"
#include "timeline/timeline.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace throughline::jobs {

/// The row of one event of the timeline. `records` are those that it was assembled from, `ids` those of all its events.
storage::event_row make_row(const timeline::story_timeline& story, const storage::story_records& records,
                            const std::vector<std::string>& ids, std::size_t event);

/// The timeline's entities: those of the keys, also when no event names them, or all without keys.
std::vector<storage::entity_row> make_entities(const timeline::story_timeline& story,
                                               const std::set<std::string>* keys);

/// What the story's row says of the timeline.
storage::story_summary summarise(const timeline::story_timeline& story, const storage::story_records& records);

}  // namespace throughline::jobs
