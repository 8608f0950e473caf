// Joins some of a story's mentions into events, beside events that stay as they are.
#pragma once

#include "linking/agglomeration.hpp"
#include "linking/event_constraints.hpp"
#include "linking/pair_scores.hpp"
#include "linking/story_mentions.hpp"

#include <cstdint>
#include <vector>

namespace throughline::linking {

/// Mean log-odds from which two events are one.
inline constexpr double merge_threshold = 0.0;

/// Mentions by their indices.
struct joined_event {
    std::vector<std::uint32_t> members;  ///< by rank; never empty
    std::vector<group_join> joins;       ///< in the order of joining; groups by their members of least rank
    event_profile profile;
};

struct joining {
    std::vector<joined_event> events;     ///< of the loose mentions, in the order of their first members
    std::vector<std::uint32_t> breached;  ///< members of settled events that would join loose mentions
};

/// Joins the loose mentions. The settled events are all others that such a mention has a pair with at or above the
/// threshold. As long as none of them is breached the events are those of all mentions joined at once.
joining join_mentions(const story_mentions& story, const pair_scores& scores, const std::vector<std::uint32_t>& loose,
                      const std::vector<const joined_event*>& settled);

}  // namespace throughline::linking
