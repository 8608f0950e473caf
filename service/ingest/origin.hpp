// Which articles go back to one report: a copied text is not a second source.
//
// Two articles share an origin when their texts are near copies, or when both credit the same news agency and much of
// their text agrees. The relation is symmetric and looks at nothing but the two articles; an origin group is a
// connected set under it, named by the smallest article key in it. So neither groups nor names depend on the order of
// arrival.
#pragma once

#include "ingest/near_duplicate.hpp"

#include <span>
#include <string>
#include <string_view>

namespace throughline::ingest {

/// What decides on an article's origin; kept by the store.
struct origin_traits {
    near_signature signature;
    std::string_view wire;  ///< article_input::wire
};

/// Shingle share from which two texts are copies of one.
inline constexpr double copy_similarity = 0.50;

/// The same for two texts that credit one agency.
inline constexpr double wire_similarity = 0.35;

/// True when both go back to one report. Candidates are those that share a band key (near_signature::bands).
bool share_origin(const origin_traits& a, const origin_traits& b);

/// The origin of a group of articles that go back to one report: the smallest of their keys. Not for an empty group.
std::string_view group_origin(std::span<const std::string> article_keys);

}  // namespace throughline::ingest
