#include "linking/story_partition.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace throughline::linking {
namespace {

// Measured on a mixed month of news, three gold stories and ECB+ train; docs/quality.md holds the curves.
constexpr double candidate_score = 0.04;
constexpr std::size_t lookup_term_count = 16;
constexpr std::size_t reason_term_count = 5;

bool is_name(std::string_view term) { return term.starts_with("e:"); }

bool heavier(const weighted_term& left, const weighted_term& right) {
    return left.weight != right.weight ? left.weight > right.weight : left.term < right.term;
}

/// What a name or another word adds to a likeness for each unit of their weights' product.
double half_cosine(double left_squares, double right_squares) {
    const double lengths = std::sqrt(left_squares * right_squares);
    return lengths > 0 ? 0.5 / lengths : 0.0;
}

int days_between(day left, day right) { return static_cast<int>(std::abs((left - right).count())); }

}  // namespace

/// A term that both articles hold and what it adds to their cosine.
struct compared_profile::shared_term {
    std::string_view term;
    double share = 0;
};

compared_profile::compared_profile(const article_profile& profile)
    : published_(profile.published), terms_(profile.terms), lookup_(lookup_terms(profile)) {
    for (const auto& term : profile.terms)
        (is_name(term.term) ? squared_names_ : squared_words_) += static_cast<double>(term.weight) * term.weight;
    std::sort(terms_.begin(), terms_.end(), [](const auto& left, const auto& right) { return left.term < right.term; });
    std::sort(lookup_.begin(), lookup_.end());
}

std::vector<compared_profile::shared_term> compared_profile::compare(const compared_profile& left,
                                                                     const compared_profile& right) {
    const double name = half_cosine(left.squared_names_, right.squared_names_);
    const double word = half_cosine(left.squared_words_, right.squared_words_);
    std::vector<shared_term> shared;
    for (auto l = left.terms_.begin(), r = right.terms_.begin(); l != left.terms_.end() && r != right.terms_.end();) {
        const int order = l->term.compare(r->term);
        if (order == 0)
            shared.push_back(
                {l->term, (is_name(l->term) ? name : word) * (static_cast<double>(l->weight) * r->weight)});
        if (order <= 0) ++l;
        if (order >= 0) ++r;
    }
    return shared;
}

double compared_profile::score(const std::vector<shared_term>& shared, int days_apart) {
    if (days_apart > link_window_days) return 0;
    double cosine = 0;
    for (const auto& term : shared) cosine += term.share;
    return std::min(1.0, cosine * std::exp(-days_apart / fading_days));
}

bool compared_profile::shares_lookup_term(const compared_profile& other) const {
    return std::any_of(other.lookup_.begin(), other.lookup_.end(), [&](const std::string& term) {
        return std::binary_search(lookup_.begin(), lookup_.end(), term);
    });
}

double article_similarity(const article_profile& left, const article_profile& right) {
    return compared_profile::score(compared_profile::compare(compared_profile(left), compared_profile(right)),
                                   days_between(left.published, right.published));
}

std::optional<double> link_score(const compared_profile& left, const compared_profile& right) {
    const int days_apart = days_between(left.published_, right.published_);
    if (days_apart > link_window_days) return std::nullopt;
    const double similarity = compared_profile::score(compared_profile::compare(left, right), days_apart);
    if (similarity < candidate_score || !left.shares_lookup_term(right)) return std::nullopt;
    return similarity;
}

std::vector<std::string> shared_terms(const compared_profile& left, const compared_profile& right) {
    using term = compared_profile::shared_term;
    auto shared = compared_profile::compare(left, right);
    const auto kept = std::min(shared.size(), reason_term_count);
    std::partial_sort(shared.begin(), shared.begin() + static_cast<std::ptrdiff_t>(kept), shared.end(),
                      [](const term& one, const term& other) {
                          return one.share != other.share ? one.share > other.share : one.term < other.term;
                      });
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < kept; ++i) terms.emplace_back(shared[i].term);
    return terms;
}

std::vector<std::string> lookup_terms(const article_profile& profile) {
    std::vector<weighted_term> terms = profile.terms;
    const auto count = std::min(terms.size(), lookup_term_count);
    std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count), terms.end(), heavier);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) names.push_back(std::move(terms[i].term));
    return names;
}

}  // namespace throughline::linking
