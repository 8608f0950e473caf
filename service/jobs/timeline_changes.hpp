// What a rewritten timeline says in the revision logs: its story's, and those of stories that lost events to it.
#pragma once

#include "storage/analysis_store.hpp"
#include "storage/event_store.hpp"
#include "storage/revision_log.hpp"
#include "timeline/timeline.hpp"

#include <string>
#include <vector>

namespace throughline::jobs {

struct assembled_story {
    const std::string& id;
    const timeline::story_timeline& story;
    const storage::story_records& records;
    const std::vector<std::string>& ids;  ///< of the events
    const std::string& cause;             ///< the article that brought the rewriting about; "" when not one alone did
};

/// `losers` are the other stories that readers see and that events of `before` stood in.
std::vector<storage::pending_change> timeline_changes(const assembled_story& now,
                                                      const std::vector<storage::stored_event_row>& before,
                                                      const storage::timeline_change& change,
                                                      const std::vector<std::string>& losers);

}  // namespace throughline::jobs
