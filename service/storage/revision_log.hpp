// The log of a story's revisions: what changed in its timeline and why.
#pragma once

#include "storage/story_store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;
struct story_summary;

/// A change that belongs to the story's next revision, which opens with it.
struct pending_change {
    std::string story_id;
    story_change what;
    std::string fields{};  ///< JSON array of {"name", "before", "after"} of a changed event, else ""
};

/// Writes the changes down in the order given; shown once the revision is published. The transaction holds the stories,
/// so that no other one publishes the revision meanwhile.
void log_changes(transaction& tx, const std::vector<pending_change>& changes);

/// Whether a revision of the story is open.
bool revision_open(transaction& tx, std::string_view story_id);

/// The article whose coming or going opened the story's next revision; "" where there is none or several.
std::string revision_cause(transaction& tx, std::string_view story_id);

struct published_revision {
    std::int64_t number = 0;
    std::string stamp;  ///< timeline_stamp() from now on
};
/// Publishes the next revision, opening it when it is not.
published_revision publish_revision(transaction& tx, std::string_view story_id);
/// The same, with what the story's row says of it: the row, which is found by all its words, is written only once.
published_revision publish_revision(transaction& tx, std::string_view story_id, const story_summary& summary);

}  // namespace throughline::storage
