// Which mentions of a story's articles are one event, and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::linking {

/// One mention of one of the story's articles.
struct mention_ref {
    std::uint32_t article = 0;  ///< index into the articles given
    std::uint32_t mention = 0;  ///< index into that article's mentions

    auto operator<=>(const mention_ref&) const = default;
};

/// One feature of a pair of mentions and what it added to the score.
struct merge_feature {
    std::string name;  ///< a row of data/coreference.tsv: "same_type", "shared_participants", "days_apart", …
    double value = 0;
    double weight = 0;  ///< contribution to the log-odds of the score: value times learned weight

    bool operator==(const merge_feature&) const = default;
};

/// Why two mentions are one event, or why they were kept apart.
struct merge_record {
    mention_ref left;
    mention_ref right;
    bool merged = false;
    double score = 0;                     ///< from 0 to 1: how likely the two mentions alone are one event
    std::vector<merge_feature> features;  ///< those that are not 0, weightiest first
    std::string reason;                   ///< one sentence for people

    bool operator==(const merge_record&) const = default;
};

}  // namespace throughline::linking
