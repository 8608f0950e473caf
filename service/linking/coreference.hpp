// The same event once: which mentions of a story's articles tell of one event.
#pragma once

#include "document/article_record.hpp"
#include "linking/candidate_pairs.hpp"
#include "linking/event_level.hpp"
#include "linking/merge_record.hpp"
#include "linking/pair_scores.hpp"
#include "linking/story_cells.hpp"
#include "linking/story_mentions.hpp"

#include <cstdint>
#include <deque>
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
/// once, in any order. One article more costs a pass over the articles, and the joining of the cells of the story in
/// which its mentions stand or others that weigh differently with it.
class growing_events {
public:
    growing_events();

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
        std::vector<std::uint32_t> members;  ///< by rank
        std::vector<group_join> joins;
        std::vector<scored_pair> misses;  ///< the best with mentions of other events
        mention_cluster cluster;
    };

    std::vector<std::uint32_t> touched(const std::vector<std::uint32_t>& articles) const;
    void join(const std::vector<std::uint32_t>& touched, const std::vector<score_change>& scores);
    void take_over(std::uint32_t number);
    const event_level& joined() const { return levels_.back(); }
    merge_record record(const scored_pair& pair, bool merged, std::string reason) const;
    std::string miss_reason(const scored_pair& miss) const;
    std::vector<scored_pair> near_misses(std::uint32_t number) const;
    void describe(event& what) const;
    void describe_around(const std::vector<score_change>& scores);

    growing_mentions mentions_;
    story_cells cells_;
    candidate_blocks blocks_;
    pair_scores scores_;
    std::deque<event_level> levels_;  ///< each points to the one before
    std::unordered_map<std::uint32_t, event> events_;
    std::vector<bool> rejoined_;  ///< mentions whose event was joined anew by the last call
    std::vector<std::uint32_t> changed_;
    std::vector<std::uint32_t> retold_;
    std::vector<std::uint32_t> gone_;
};

/// Joins the mentions of the articles into events by average-link agglomeration over the pair features, best first
/// within each of the story's cells and then between them; dates given by words that exclude each other, different
/// pairs of people and different speakers keep events apart whatever the score. Neither the order of the articles nor
/// that of the mentions within one matters. Clusters come in the order of their first mention.
std::vector<mention_cluster> resolve(std::span<const article_record> articles);

}  // namespace throughline::linking
