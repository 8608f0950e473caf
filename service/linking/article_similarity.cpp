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

/// A term that both articles hold and what it adds to their cosine.
struct shared_term {
    std::string_view term;
    double share = 0;
};

bool is_name(std::string_view term) { return term.starts_with("e:"); }

bool heavier(const weighted_term& left, const weighted_term& right) {
    return left.weight != right.weight ? left.weight > right.weight : left.term < right.term;
}

std::vector<const weighted_term*> by_name(const std::vector<weighted_term>& terms) {
    std::vector<const weighted_term*> sorted;
    sorted.reserve(terms.size());
    for (const auto& term : terms) sorted.push_back(&term);
    std::sort(sorted.begin(), sorted.end(), [](auto* left, auto* right) { return left->term < right->term; });
    return sorted;
}

/// What a name and another word add to a likeness for each unit of their weights' product.
struct scales {
    double name = 0;
    double word = 0;
};

scales scales_of(const article_profile& left, const article_profile& right) {
    const auto squares = [](const article_profile& profile, bool names) {
        double sum = 0;
        for (const auto& term : profile.terms)
            if (is_name(term.term) == names) sum += static_cast<double>(term.weight) * term.weight;
        return sum;
    };
    const auto half_cosine = [&](bool names) {
        const double lengths = std::sqrt(squares(left, names) * squares(right, names));
        return lengths > 0 ? 0.5 / lengths : 0.0;
    };
    return {half_cosine(true), half_cosine(false)};
}

std::vector<shared_term> shared_terms(const article_profile& left, const article_profile& right) {
    const auto left_terms = by_name(left.terms);
    const auto right_terms = by_name(right.terms);
    const scales scale = scales_of(left, right);
    std::vector<shared_term> shared;
    for (auto l = left_terms.begin(), r = right_terms.begin(); l != left_terms.end() && r != right_terms.end();) {
        const int order = (*l)->term.compare((*r)->term);
        if (order == 0) {
            const double weight = is_name((*l)->term) ? scale.name : scale.word;
            shared.push_back({(*l)->term, weight * (static_cast<double>((*l)->weight) * (*r)->weight)});
        }
        if (order <= 0) ++l;
        if (order >= 0) ++r;
    }
    return shared;
}

double score(const std::vector<shared_term>& shared, int days_apart) {
    if (days_apart > link_window_days) return 0;
    double cosine = 0;
    for (const auto& term : shared) cosine += term.share;
    return std::min(1.0, cosine * std::exp(-days_apart / fading_days));
}

int days_between(const article_profile& left, const article_profile& right) {
    return static_cast<int>(std::abs((left.published - right.published).count()));
}

bool share_lookup_term(const article_profile& left, const article_profile& right) {
    auto left_terms = lookup_terms(left);
    std::sort(left_terms.begin(), left_terms.end());
    const auto right_terms = lookup_terms(right);
    return std::any_of(right_terms.begin(), right_terms.end(), [&](const std::string& term) {
        return std::binary_search(left_terms.begin(), left_terms.end(), term);
    });
}

}  // namespace

double article_similarity(const article_profile& left, const article_profile& right) {
    return score(shared_terms(left, right), days_between(left, right));
}

bool linkable(const article_profile& left, const article_profile& right, article_link& link) {
    const int days_apart = days_between(left, right);
    if (days_apart > link_window_days) return false;
    auto shared = shared_terms(left, right);
    const double similarity = score(shared, days_apart);
    if (similarity < candidate_score || !share_lookup_term(left, right)) return false;

    std::sort(shared.begin(), shared.end(), [](const shared_term& one, const shared_term& other) {
        return one.share != other.share ? one.share > other.share : one.term < other.term;
    });
    link = {.score = similarity, .shared = {}};
    for (std::size_t i = 0; i < std::min(shared.size(), reason_term_count); ++i)
        link.shared.emplace_back(shared[i].term);
    return true;
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
