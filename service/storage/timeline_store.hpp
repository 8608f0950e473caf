// Timelines and events as they are served: JSON texts kept per event, concatenated.
#pragma once

#include "core/calendar.hpp"
#include "core/error.hpp"
#include "document/span.hpp"
#include "storage/article_store.hpp"
#include "storage/story_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

struct timeline_query {
    std::string story_id;
    std::optional<day> from;  ///< events that can lie on this day or later
    std::optional<day> to;    ///< events that can lie on this day or earlier
    std::string type;         ///< "" for all
    std::string participant;  ///< name, alias or key, in any case of letters; "" for all
    std::uint32_t min_sources = 0;
    std::uint32_t max = 0;              ///< the most salient so many, still chronological; 0: no such limit
    std::uint32_t limit = 50;           ///< events on the page; 0: all
    std::optional<std::int64_t> after;  ///< timeline_page::next of the page before
    std::optional<std::int64_t> as_of;  ///< the timeline as it was at this revision; nullopt: as it is
};

struct timeline_page {
    story head;                        ///< of the same moment as the events
    std::string events;                ///< JSON array of the API's event objects
    std::uint32_t count = 0;           ///< events in it
    std::optional<std::int64_t> next;  ///< set when there are more
};

/// errc::not_found or errc::gone, with field "as_of" for a revision that is not or no longer there. A merged story: see
/// find_redirect.
result<timeline_page> read_timeline(transaction& tx, const timeline_query& query);

/// The story's revision alone, for ETag and cache; nullopt when there is no such story.
std::optional<std::int64_t> story_revision_number(transaction& tx, std::string_view story_id);

struct event_document {
    std::string document;  ///< JSON text of the API's event object
    std::vector<story_ref> stories;
    std::int64_t revision = 0;  ///< of its story
};
/// errc::not_found or errc::gone. A merged event: see find_redirect.
result<event_document> find_event(transaction& tx, std::string_view event_id);

/// The words of one article that speak of an event. Positions count code points, half-open.
struct source_mention {
    std::string exact;   ///< text[position]
    std::string prefix;  ///< up to 32 code points before
    std::string suffix;  ///< up to 32 code points after
    span position;
    span trigger;
    std::optional<span> time_position;
    std::string time_text;      ///< "Tuesday"
    std::string time_value;     ///< "2018-03-20"
    std::string attributed_to;  ///< "" when the article speaks itself
};

/// Where an article tells of an event. Positions as in source_mention.
struct article_mention {
    std::string event_id;
    span position;
    span trigger;
    std::optional<span> time_position;
    std::string time_text;
    std::string time_value;
    std::string attributed_to;
};

struct article_mentions {
    std::uint32_t version = 0;              ///< whose text the positions are in; the newest when there are no mentions
    std::vector<article_mention> mentions;  ///< in text order
};
/// errc::not_found or errc::gone.
result<article_mentions> find_mentions(transaction& tx, std::string_view article_id);

struct event_source {
    std::string article_id;
    std::uint32_t version = 1;
    std::string url;
    std::string headline;
    std::string publisher;
    std::string published_at;
    std::string origin;
    std::string wire;                      ///< news agency credited, "" when none
    std::vector<source_mention> mentions;  ///< in text order
};

/// By day of publication, then key. errc::not_found or errc::gone.
result<std::vector<event_source>> find_sources(transaction& tx, std::string_view event_id);

/// Why mentions were joined to one event and which were nearly joined.
struct event_merge {
    bool merged = false;
    double score = 0;
    std::string reason;
    std::string features;  ///< JSON object, feature to contribution
    std::string left_article;
    span left;  ///< evidence, code points
    std::string right_article;
    span right;
};
/// Merged ones first, by falling score. Empty for an unknown event.
std::vector<event_merge> find_merges(transaction& tx, std::string_view event_id);

}  // namespace throughline::storage
