// How strongly the mentions of a growing story that meet belong together.
#pragma once

#include "linking/candidate_pairs.hpp"
#include "linking/story_mentions.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace throughline::linking {

/// Less than any score: of two mentions that do not meet.
inline constexpr double not_compared = -std::numeric_limits<double>::infinity();

/// A mention met, and the log-odds that the two are one event.
struct mention_bond {
    std::uint32_t other = 0;
    std::int32_t meetings = 0;
    double score = not_compared;
};

/// Two mentions whose score is another than before.
struct score_change {
    std::uint32_t left = 0;  ///< index, left < right
    std::uint32_t right = 0;
    double before = not_compared;
    double after = not_compared;
};

/// Scores once compared stay until one of the two mentions changes.
class pair_scores {
public:
    /// Brings the scores to the story as growing_mentions::grow and candidate_blocks::update left it. Returns those
    /// that changed.
    std::vector<score_change> update(const story_mentions& story, const std::vector<growth>& changes,
                                     const std::vector<pair_change>& pairs);

    /// All that a mention meets, by index.
    std::span<const mention_bond> of(std::uint32_t mention) const { return bonds_[mention]; }

private:
    void count_meetings(const std::vector<pair_change>& pairs);
    void merge(std::uint32_t mention, std::span<const mention_bond> met);
    double& score(std::uint32_t one, std::uint32_t other);
    void compare_anew(const story_mentions& story, std::uint32_t one, mention_bond& bond);

    std::vector<std::vector<mention_bond>> bonds_;  ///< of each mention, by index of the other
    std::vector<score_change> changed_;
};

}  // namespace throughline::linking
