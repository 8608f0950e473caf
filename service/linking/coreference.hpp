// The same event once: which mentions of a story's articles tell of one event.
#pragma once

#include "document/article_record.hpp"
#include "linking/candidate_pairs.hpp"
#include "linking/event_joining.hpp"
#include "linking/merge_record.hpp"
#include "linking/pair_scores.hpp"
#include "linking/story_mentions.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace throughline::linking {

/// The mentions of one event.
struct mention_cluster {
    std::vector<mention_ref> mentions;  ///< by article key, then place in the text; never empty
    std::vector<merge_record> merges;   ///< what joined them, in the order of joining, and the nearest misses
};

/// The events of a story whose articles come in one after the other: after each call the same as of all of them at
/// once, in any order. Only events that a new article touches are joined anew, so that one more costs as much as they
/// are large, not as the story is.
class growing_events {
public:
    /// Takes in the articles behind those of the last call, which are given again at their places. The mentions of all
    /// must stay where they are in memory.
    void grow(std::span<const article_record> articles);

    /// Events are known by a number of their first mention, which does not change.
    const mention_cluster& cluster(std::uint32_t event) const { return events_.at(event).cluster; }
    /// Events that are new or whose mentions are others, or tell of others, than before the last call.
    const std::vector<std::uint32_t>& changed() const { return changed_; }
    /// Events of which at most the merges are other than before it.
    const std::vector<std::uint32_t>& retold() const { return retold_; }
    /// Numbers that were events before the last call and are none after it.
    const std::vector<std::uint32_t>& gone() const { return gone_; }
    /// The place of an event among the others in the order of their first mentions.
    std::uint32_t rank(std::uint32_t event) const { return mentions_.story().ranks[event]; }

    const story_participants& participants() const { return mentions_.participants(); }

private:
    struct event {
        joined_event joined;
        std::vector<scored_pair> misses;  ///< the best with mentions of other events
        mention_cluster cluster;
    };
    class joiner;

    merge_record record(const scored_pair& pair, bool merged, std::string reason) const;
    std::string miss_reason(const scored_pair& miss) const;
    std::vector<scored_pair> near_misses(std::uint32_t number) const;
    void describe(event& what) const;
    void describe_around(const std::vector<score_change>& scores);

    growing_mentions mentions_;
    candidate_blocks blocks_;
    pair_scores scores_;
    std::vector<std::uint32_t> event_of_;  ///< of each mention
    std::unordered_map<std::uint32_t, event> events_;
    std::vector<bool> loosened_;  ///< mentions whose event was joined anew by the last call
    std::vector<std::uint32_t> changed_;
    std::vector<std::uint32_t> retold_;
    std::vector<std::uint32_t> gone_;
};

/// Joins the mentions of the articles into events by average-link agglomeration over the pair features, best first;
/// dates given by words that exclude each other, different pairs of people and different speakers keep events apart
/// whatever the score. Neither the order of the articles nor that of the mentions within one matters. Clusters come in
/// the order of their first mention.
std::vector<mention_cluster> resolve(std::span<const article_record> articles);

}  // namespace throughline::linking
