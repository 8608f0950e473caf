// Which pairs of a story's mentions are worth comparing: a number of pairs linear in the mentions.
#pragma once

#include "linking/story_mentions.hpp"

#include <cstdint>
#include <vector>

namespace throughline::linking {

/// Two indices into story_mentions::mentions, left < right.
struct mention_pair {
    std::uint32_t left = 0;
    std::uint32_t right = 0;

    auto operator<=>(const mention_pair&) const = default;
};

/// Sorted, each once. Mentions meet when they share a group of types and with it a party or a day, or when they share a
/// trigger, a root or a synonym of it, a type or a quote;
/// within a large block each meets only its nearest in the order of day and words (the sorted neighbourhood of
/// Hernández & Stolfo 1995).
std::vector<mention_pair> candidate_pairs(const story_mentions& story);

}  // namespace throughline::linking
