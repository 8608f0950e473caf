// What a rewritten timeline says in the story's revision log.
#pragma once

#include "storage/analysis_store.hpp"
#include "storage/event_store.hpp"
#include "storage/revision_log.hpp"
#include "timeline/timeline.hpp"

#include <string>
#include <vector>

namespace throughline::jobs {

struct assembled_story {
    const timeline::story_timeline& story;
    const std::vector<storage::stored_record>& records;
    const std::vector<std::string>& ids;
};

std::vector<storage::pending_change> timeline_changes(const std::string& story_id, const assembled_story& now,
                                                      const std::vector<storage::stored_event_row>& before,
                                                      const storage::timeline_change& change);

}  // namespace throughline::jobs
