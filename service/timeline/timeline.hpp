// A story's merged chronology, assembled from its articles by a pure function.
#pragma once

#include "document/article_record.hpp"
#include "linking/merge_record.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace throughline::timeline {

using linking::mention_ref;
using linking::merge_feature;
using linking::merge_record;

struct event_link {
    relation kind = relation::about;
    std::uint32_t target = 0;  ///< index into story_timeline::events
    mention_ref source;        ///< the mention whose words say so
    span words;                ///< code points in that mention's article

    bool operator==(const event_link&) const = default;
};

struct timeline_event {
    std::vector<mention_ref> mentions;  ///< by article key, then text order; never empty
    std::string type;
    std::string title;
    event_time time;
    mention_ref dated_by;  ///< the mention whose date was taken
    event_status status = event_status::occurred;
    std::vector<record_participant> participants;
    std::uint32_t source_count = 0;  ///< publishers
    std::uint32_t origin_count = 0;  ///< independent origins
    double salience = 0;             ///< from 0 to 1
    std::vector<event_link> links;
    std::vector<merge_record> merges;  ///< what joined its mentions and the nearest misses

    bool operator==(const timeline_event&) const = default;
};

struct story_timeline {
    std::string title;
    std::vector<timeline_event> events;  ///< chronological: time.first, time.last, order told in the text; undated last

    bool operator==(const story_timeline&) const = default;
};

/// The chronology of a story whose articles come in one after the other: after each call the same as assemble() of all
/// of them. One article more costs as much as the events that it touches and a look at each of the others.
class growing_timeline {
public:
    growing_timeline();
    ~growing_timeline();
    growing_timeline(growing_timeline&&) noexcept;
    growing_timeline& operator=(growing_timeline&&) noexcept;

    /// Takes in the articles behind those of the last call, which are given again at their places; of those only the
    /// origins may differ. The mentions of all must stay where they are in memory.
    const story_timeline& grow(std::span<const article_record> articles);

    const story_timeline& story() const;
    /// For each event of the story a number that it keeps.
    const std::vector<std::uint32_t>& numbers() const;
    /// Whether each event of the story may be other than before the last call, its links left aside.
    const std::vector<bool>& changed() const;

private:
    class impl;
    std::unique_ptr<impl> impl_;
};

/// Assembles the chronology. The order of `articles` does not matter; indices in the answer refer to it as given.
story_timeline assemble(std::span<const article_record> articles);

}  // namespace throughline::timeline
