// Joins parts of a story's events into larger ones, beside events that stay as they are.
#pragma once

#include "linking/agglomeration.hpp"
#include "linking/event_constraints.hpp"
#include "linking/pair_scores.hpp"
#include "linking/story_mentions.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace throughline::linking {

/// Mean log-odds from which two events are one.
inline constexpr double merge_threshold = 0.0;

/// What is joined: mentions that are one event already. Known, as all groups of mentions, by the mention of least rank.
struct event_part {
    std::vector<std::uint32_t> members;  ///< by rank; never empty
    event_profile profile;
};

/// Parts that are one event.
struct joined_event {
    std::vector<std::uint32_t> members;  ///< by rank; never empty
    std::vector<std::uint32_t> parts;    ///< by rank
    std::vector<group_join> joins;       ///< of the parts, in the order of joining
    event_profile profile;
};

struct joining {
    std::vector<joined_event> events;     ///< of the loose parts, in the order of their first members
    std::vector<std::uint32_t> breached;  ///< parts of settled events that would join loose ones
};

/// What a part has in common with another: all scored pairs between their mentions.
struct part_bond {
    std::uint32_t other = 0;
    std::uint32_t count = 0;
    std::int64_t sum = 0;  ///< fixed_point
    scored_pair best{0, 0, not_compared};
    std::uint64_t rank = 0;  ///< item_bond::rank
};

/// What a joining looks at.
struct joining_view {
    const std::vector<std::uint32_t>& ranks;  ///< story_mentions::ranks
    std::function<event_part(std::uint32_t part)> part;
    std::function<const std::vector<part_bond>&(std::uint32_t part)> bonds;  ///< of a loose part
};

/// Joins the loose parts. The settled events are all others that such a part has a pair of mentions with at or above
/// the threshold. As long as none of them is breached the events are those of all parts joined at once.
joining join_parts(const joining_view& view, const std::vector<std::uint32_t>& loose,
                   const std::vector<const joined_event*>& settled);

}  // namespace throughline::linking
