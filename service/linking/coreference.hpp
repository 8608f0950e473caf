// The same event once: which mentions of a story's articles tell of one event.
#pragma once

#include "document/article_record.hpp"
#include "linking/merge_record.hpp"

#include <span>
#include <vector>

namespace throughline::linking {

/// The mentions of one event.
struct mention_cluster {
    std::vector<mention_ref> mentions;  ///< by article key, then place in the text; never empty
    std::vector<merge_record> merges;   ///< what joined them, in the order of joining, and the nearest misses
};

/// Joins the mentions of the articles into events by average-link agglomeration over the pair features, best first;
/// dates given by words that exclude each other, different pairs of people and different speakers keep events apart
/// whatever the score. Neither the order of the articles nor that of the mentions within one matters. Clusters come in
/// the order of their first mention.
std::vector<mention_cluster> resolve(std::span<const article_record> articles);

}  // namespace throughline::linking
