// Which articles tell one story: a pure function of the set of articles, whatever the order they came in.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace throughline::linking {

/// The part of an article that story formation looks at.
struct article_profile {
    std::string key;                   ///< article_record::key
    day published{};
    std::vector<weighted_term> terms;  ///< article_record::terms
};

/// Two articles that are alike enough to share a story, with the reason.
struct article_link {
    std::uint32_t left = 0;    ///< index into the profiles, left < right
    std::uint32_t right = 0;
    double score = 0;          ///< article_similarity
    std::vector<std::string> shared;  ///< the terms that weigh most in it, heaviest first, at most 5
};

/// From 0 to 1; depends on the two profiles alone.
double article_similarity(const article_profile& left, const article_profile& right);

/// The link between two articles when they are alike enough to be a candidate; indices are left at 0.
bool linkable(const article_profile& left, const article_profile& right, article_link& link);

/// Terms by which candidates for an article are looked up in the store: those that weigh enough to make a link.
std::vector<std::string> lookup_terms(const article_profile& profile);

/// Days between two articles beyond which they are never linked directly.
constexpr int link_window_days = 45;

/// The story of each of `count` articles, as the smallest index of an article in it. Links in any order give the
/// same answer. A weak link counts only where a third article supports it.
std::vector<std::uint32_t> partition(std::uint32_t count, std::span<const article_link> links);

}  // namespace throughline::linking
