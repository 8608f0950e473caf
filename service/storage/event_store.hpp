// Writing a story's timeline: events with their prebuilt JSON and all that stands behind them.
#pragma once

#include "core/calendar.hpp"
#include "document/span.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;

/// A row of the mentions table.
struct mention_key {
    std::string article_id;
    std::uint32_t version = 1;
    std::uint32_t ordinal = 0;
};

struct participant_row {
    std::string key;
    std::string name;
    std::vector<std::string> names;  ///< key, name and aliases; looked up in any case of letters
    std::string role;
};

struct link_row {
    std::string relation;
    std::string target_id;
    std::string article_id;
    span words;
};

struct merge_row {
    bool merged = false;
    double score = 0;  ///< with two decimals
    std::string reason;
    std::string features;  ///< JSON object
    mention_key left;
    mention_key right;
};

/// The tables that hold what stands behind an event.
enum class detail : std::uint8_t { mentions, participants, links, merges };
inline constexpr std::size_t detail_count = 4;

/// An event as it is to be stored.
struct event_row {
    std::string id;
    std::int64_t position = 0;
    std::string type;
    std::optional<day> first;
    std::optional<day> last;
    double salience = 0;
    std::uint32_t source_count = 0;
    std::uint32_t origin_count = 0;
    std::string document;  ///< JSON text of the API's event object
    bool stands = false;   ///< in this story, with rows that the change overwrites
    std::vector<mention_key> mentions;
    std::vector<participant_row> participants;
    std::vector<link_row> links;
    std::vector<merge_row> merges;

    /// One part a detail, parted by dots; equal parts for equal rows.
    std::string details_hash() const;
};

/// The details whose parts of two hashes differ.
std::vector<detail> differing_details(std::string_view left, std::string_view right);

/// A mention that a stored event rests on.
struct stored_mention {
    std::string article_id;
    std::string article_key;
    span trigger;
};

/// An event as it stands in the store.
struct stored_event_row {
    std::string id;
    std::string story_id;
    std::int64_t position = 0;
    std::string document;
    std::string details_hash;
    std::vector<stored_mention> mentions;
};

/// A story held for writing until the transaction ends.
struct held_story {
    bool stands = false;    ///< false: it is no more, or itself merged away
    bool takes_in = false;  ///< others are merged into it, and held as well
};
held_story hold_story(transaction& tx, std::string_view story_id);

/// Differs from what it was before whenever events of the story were written or deleted in between.
std::string timeline_stamp(transaction& tx, std::string_view story_id);

/// Whether the story's events still stand as they did at the stamp, and load_stored_events would find no others now
/// that these articles have come into it.
bool stands_as_written(transaction& tx, std::string_view story_id, std::string_view stamp,
                       const std::vector<std::string>& new_articles);

/// Holds the stories for writing until the transaction ends; returns those that readers see.
std::vector<std::string> lock_stories(transaction& tx, const std::vector<std::string>& story_ids);

/// Holds the stories in which articles stand that this one's events rest on.
void lock_heirs(transaction& tx, std::string_view story_id);

/// The events of a story before it is written anew.
struct stored_events {
    std::vector<stored_event_row> events;
    std::set<std::string> heirs;  ///< stories that hold the articles of those that left
};
/// The events of the story and of those merged into it, as long as it has one of their articles; and those of other
/// stories that have none of them, where this one holds most of their mentions.
stored_events load_stored_events(transaction& tx, std::string_view story_id);

/// What a rewritten timeline does to the store.
struct timeline_change {
    std::vector<event_row> events;                               ///< all events to be added or changed
    std::array<std::vector<std::size_t>, detail_count> details;  ///< indices of those with new rows, by detail
    std::vector<std::string> taken;    ///< ids of events that leave other stories for this one
    std::vector<std::string> removed;  ///< ids of events that are no more and have no successor
    std::vector<std::pair<std::string, std::string>> replaced;  ///< ids of events that are no more, with successors
    std::vector<std::pair<std::string, std::int64_t>> moved;    ///< unchanged events with a new position
};
/// What it overwrites and deletes is kept as the revisions published so far show it.
void write_timeline(transaction& tx, std::string_view story_id, const timeline_change& change);

/// What the story's row says of its timeline.
struct story_summary {
    std::string title;
    std::uint32_t article_count = 0;
    std::uint32_t publisher_count = 0;
    std::uint32_t event_count = 0;
    std::optional<day> first;
    std::optional<day> last;
    std::string search;  ///< words to find it by
};
/// Brings the number of events in the story's row in line with its events.
void recount_events(transaction& tx, std::string_view story_id);

/// Returns whether anything that readers see of it has changed. publish_revision() can do both in one.
bool write_summary(transaction& tx, std::string_view story_id, const story_summary& summary);

/// Whom or what a story's events name by one key.
struct entity_row {
    std::string key;
    std::string name;
    std::vector<std::string> names;  ///< key, names and aliases
    std::uint32_t events = 0;        ///< that it takes part in; 0: it is none of the story's any more
};
enum class entity_rows : std::uint8_t { some, all };
/// Writes some of the story's entities, or all that it has.
void write_entities(transaction& tx, std::string_view story_id, const std::vector<entity_row>& rows, entity_rows which);

/// Removes what is left of stories merged into this one; their ids keep leading here.
void finish_merges(transaction& tx, std::string_view story_id);

}  // namespace throughline::storage
