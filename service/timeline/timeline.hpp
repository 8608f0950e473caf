// A story's merged chronology, assembled from its articles by a pure function.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace throughline::timeline {

/// One mention of one of the story's articles.
struct mention_ref {
    std::uint32_t article = 0;  ///< index into the articles given to assemble()
    std::uint32_t mention = 0;  ///< index into that article's mentions

    auto operator<=>(const mention_ref&) const = default;
};

/// One feature of a pair of mentions and what it added to the score.
struct merge_feature {
    std::string name;     ///< "same_type", "shared_participants", "days_apart", …
    double value = 0;
    double weight = 0;    ///< contribution to the score: value times learned weight
};

/// Why two mentions are one event, or why they were kept apart.
struct merge_record {
    mention_ref left;
    mention_ref right;
    bool merged = false;
    double score = 0;     ///< from 0 to 1; merged when at or above the threshold
    std::vector<merge_feature> features;
    std::string reason;   ///< one sentence for people
};

struct event_link {
    relation kind = relation::about;
    std::uint32_t target = 0;   ///< index into story_timeline::events
    mention_ref source;         ///< the mention whose words say so
    span words;                 ///< code points in that mention's article
};

struct timeline_event {
    std::vector<mention_ref> mentions;  ///< by article key, then text order; never empty
    std::string type;
    std::string title;
    event_time time;
    mention_ref dated_by;               ///< the mention whose date was taken
    event_status status = event_status::occurred;
    std::vector<record_participant> participants;
    std::uint32_t source_count = 0;     ///< publishers
    std::uint32_t origin_count = 0;     ///< independent origins
    double salience = 0;                ///< from 0 to 1
    std::vector<event_link> links;
    std::vector<merge_record> merges;   ///< what joined its mentions and the nearest misses
};

struct story_timeline {
    std::string title;
    std::vector<timeline_event> events;  ///< chronological: time.first, time.last, order told in the text; undated last
};

/// Assembles the chronology. The order of `articles` does not matter; indices in the answer refer to it as given.
story_timeline assemble(std::span<const article_record> articles);

}  // namespace throughline::timeline
