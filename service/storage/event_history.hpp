// What a story's timeline was at earlier revisions: events by the interval of revisions in which they stood so.
#pragma once

#include "storage/timeline_store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

/// Keeps the events as the published revisions of their stories show them; call before they are changed or deleted.
/// Events that no published revision shows as they stand, and those of merged stories, are passed over.
void archive_events(transaction& tx, const std::vector<std::string>& event_ids);

/// Forgets all but the newest `revisions` of the story.
void trim_history(transaction& tx, std::string_view story_id, std::uint32_t revisions);

/// The timeline as it was served at query.as_of, which must be set. Besides what read_timeline() answers:
/// errc::not_found for a revision that is still to come and errc::gone for one that is forgotten, both with field
/// "as_of".
result<timeline_page> read_past_timeline(transaction& tx, const timeline_query& query);

}  // namespace throughline::storage
