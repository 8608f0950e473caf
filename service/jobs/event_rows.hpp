// An assembled timeline as the rows that are stored of it.
#pragma once

#include "storage/analysis_store.hpp"
#include "storage/event_store.hpp"
#include "timeline/timeline.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::jobs {

/// `records` are those that the timeline was assembled from, `ids` and `positions` those of its events.
std::vector<storage::event_row> event_rows(const timeline::story_timeline& story, const storage::story_records& records,
                                           const std::vector<std::string>& ids,
                                           const std::vector<std::int64_t>& positions);

/// What the story's row says of the timeline.
storage::story_summary summarise(const timeline::story_timeline& story, const storage::story_records& records);

}  // namespace throughline::jobs
