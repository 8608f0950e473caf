// Stories: what the API shows of them.
#pragma once

#include "core/calendar.hpp"
#include "core/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;

struct story {
    std::string id;
    std::string title;
    std::int64_t revision = 0;  ///< grows by one with every published change; 0: not assembled yet
    std::uint32_t article_count = 0;
    std::uint32_t publisher_count = 0;
    std::uint32_t event_count = 0;
    std::optional<day> first;  ///< first day of its dated events
    std::optional<day> last;   ///< last day of its dated events
    std::string updated_at;    ///< RFC 3339 UTC
};

struct story_entity {
    std::string name;
    std::string key;
    std::uint32_t events = 0;  ///< how many of its events it takes part in
};

struct story_article {
    std::string id;
    std::string url;
    std::string headline;
    std::string publisher;
    std::string published_at;
    std::string origin;
};

struct story_details {
    story head;
    std::vector<story_entity> entities;   ///< those in most events first, at most 20
    std::vector<story_article> articles;  ///< by day of publication, then key; at most 200
};

/// Where a list goes on: what stood last on the page before.
struct story_cursor {
    std::int64_t updated_at = 0;  ///< microseconds since 1970-01-01 UTC
    std::string id;
};

struct story_query {
    std::string words;        ///< web search syntax over titles, entities and headlines; "" for all
    std::string entity;       ///< name, alias or key of a participant; "" for all
    std::optional<day> from;  ///< stories with events on this day or later
    std::optional<day> to;    ///< stories with events on this day or earlier
    std::uint32_t limit = 50;
    std::optional<story_cursor> after;
};

struct story_page {
    std::vector<story> stories;        ///< last changed first
    std::optional<story_cursor> next;  ///< set when there are more
};

story_page list_stories(transaction& tx, const story_query& query);

/// The course of a story: how many of its dated events lie in each of equal parts of its heart, from the day before
/// which a twentieth of them lies to the day after which a twentieth does. An event counts by its first day, or its
/// last where the first is open.
struct activity {
    day from{};
    day to{};
    std::vector<std::uint32_t> counts;  ///< empty for a story without dated events
};
/// Of each of the stories, in their order.
std::vector<activity> story_activity(transaction& tx, const std::vector<story>& stories, std::uint32_t parts);

/// errc::not_found, or errc::gone when its last article was deleted. A merged story: see find_redirect.
result<story_details> find_story(transaction& tx, std::string_view id);

/// The id that took the place of a merged story or event; never itself merged away.
std::optional<std::string> find_redirect(transaction& tx, std::string_view id);

/// One thing that a revision did to the timeline, and why.
struct story_change {
    std::string kind;        ///< "event_added", "event_changed", "event_removed", "event_merged", "article_added",
                             ///< "article_removed", "story_merged", "story_split"
    std::string event_id;    ///< "" when it concerns no event; of a merged one the id that is no more
    std::string article_id;  ///< the article that caused it, "" when none did
    std::string reason;      ///< one sentence for people, or a few
    std::string title{};     ///< of the event after the change, or its last one
    std::string into{};      ///< the event that took a merged one in, else ""
};

struct story_revision {
    std::int64_t revision = 0;
    std::string published_at;  ///< RFC 3339 UTC
    std::vector<story_change> changes;
};

/// The newest revisions before `before` (all when nullopt), newest first.
std::vector<story_revision> list_revisions(transaction& tx, std::string_view story_id, std::uint32_t limit,
                                           std::optional<std::int64_t> before);

}  // namespace throughline::storage
