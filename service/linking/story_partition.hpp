// Which articles tell one story: a pure function of the set of articles, whatever the order they came in.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace throughline::linking {

/// The part of an article that story formation looks at.
struct article_profile {
    std::string key;  ///< article_record::key
    day published{};
    std::vector<weighted_term> terms;  ///< article_record::terms
};

/// Two articles that are alike enough to share a story.
struct article_link {
    std::uint32_t left = 0;  ///< index into the profiles, left < right
    std::uint32_t right = 0;
    double score = 0;  ///< link_score
};

/// Days between two articles beyond which they are never linked directly.
constexpr int link_window_days = 45;

/// Days over which a likeness fades to 1/e of its value.
constexpr double fading_days = 60;

/// From 0 to 1; depends on the two profiles alone. The mean of the cosines of their names and of their other words,
/// fading with the days between the articles; 0 beyond link_window_days.
double article_similarity(const article_profile& left, const article_profile& right);

/// A profile made ready to be compared with many others.
class compared_profile {
public:
    explicit compared_profile(const article_profile& profile);

    /// Their similarity when they are alike enough to be linked, else nullopt. Two articles that share none of their
    /// lookup_terms never are, so that a look-up finds all there is to find.
    friend std::optional<double> link_score(const compared_profile& left, const compared_profile& right);
    /// The terms that weigh most in it, heaviest first, at most 5.
    friend std::vector<std::string> shared_terms(const compared_profile& left, const compared_profile& right);
    friend double article_similarity(const article_profile& left, const article_profile& right);

private:
    struct shared_term;
    static std::vector<shared_term> compare(const compared_profile& left, const compared_profile& right);
    static double score(const std::vector<shared_term>& shared, int days_apart);
    bool shares_lookup_term(const compared_profile& other) const;

    day published_{};
    std::vector<weighted_term> terms_;  ///< by name
    std::vector<std::string> lookup_;   ///< sorted
    double squared_names_ = 0;          ///< sum of the squared weights of the names
    double squared_words_ = 0;          ///< of the other words
};
std::optional<double> link_score(const compared_profile& left, const compared_profile& right);
std::vector<std::string> shared_terms(const compared_profile& left, const compared_profile& right);

/// Terms under which an article is indexed in the store, and by which its candidates are looked up there: an article
/// finds all it links to among those indexed under one of the same terms. At most 16, heaviest first.
std::vector<std::string> lookup_terms(const article_profile& profile);

/// The story of each article, as the smallest index of an article in it; `published` holds the articles' days. Number
/// the articles in the order of their keys: then links in any order give the same answer, and a connected component
/// taken alone (numbered in the same order) gives the same stories as the whole.
///
/// Average-link agglomeration: the two stories whose articles are most alike on average join first, an absent link
/// counting 0, until no two are alike enough. One article between two stories therefore never chains them, and two
/// articles alone must be more alike than articles that others support. Two stories that are each much more alike
/// within than with each other stay apart (the relative closeness of Karypis, Han & Kumar 1999): two earthquakes share
/// their words, but not as the reports of one do.
std::vector<std::uint32_t> partition(std::span<const day> published, std::span<const article_link> links);

}  // namespace throughline::linking
