// What changed in a story's events from one revision to the next, oldest first: for those who follow a story.
#pragma once

#include "core/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;

/// One event that came, changed or went.
struct event_change {
    std::string kind;        ///< "added", "changed", "merged", "removed"
    std::string event_id;    ///< the event; of a merged one the id that is no more
    std::string title;       ///< after the change; of an event that went its last one
    std::string into;        ///< the event that took a merged one in, else ""
    std::string fields;      ///< JSON array of {"name", "before", "after"} of a changed event, else ""
    std::string reason;      ///< one sentence for people, or a few
    std::string article_id;  ///< the article that caused it; "" when none did or it was deleted
    std::string headline;
    std::string publisher;
};

/// What a published revision did; without changes where it told of articles or the ranking of events alone.
struct revision_changes {
    std::int64_t revision = 0;
    std::string published_at;  ///< RFC 3339 UTC
    std::vector<event_change> changes;
};

/// A place within the log: after this change.
struct change_position {
    std::int64_t revision = 0;
    std::int64_t change = 0;
};

struct change_page {
    std::int64_t newest = 0;                  ///< the story's revision
    std::vector<revision_changes> revisions;  ///< oldest first; the last may be cut short where there is more
    std::optional<change_position> next;      ///< set when there are more than `limit` changes
};

/// The changes after a position; {7, everything_of_revision} for those after revision 7. errc::not_found or errc::gone.
/// A revision after the story's newest: errc::not_found with field "since".
result<change_page> list_changes(transaction& tx, std::string_view story_id, change_position after,
                                 std::uint32_t limit);

constexpr std::int64_t everything_of_revision = INT64_MAX;

}  // namespace throughline::storage
