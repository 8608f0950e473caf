#include "timeline/story_title.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace throughline::timeline {
namespace {

/// Weights add up as whole numbers, so that the order of the articles does not show.
constexpr double fixed_point = 1e6;

}  // namespace

std::string title_of(std::span<const article_record> articles, std::span<const timeline_event> events) {
    std::map<std::string_view, std::int64_t> centre;
    for (const auto& article : articles)
        for (const auto& term : article.terms) centre[term.term] += std::llround(term.weight * fixed_point);

    const article_record* best = nullptr;
    double most = -1;
    for (const auto& article : articles) {
        if (article.headline.empty()) continue;
        double likeness = 0;
        for (const auto& term : article.terms) likeness += term.weight * static_cast<double>(centre.at(term.term));
        if (likeness > most || (likeness == most && article.key < best->key)) {
            most = likeness;
            best = &article;
        }
    }
    if (best) return best->headline;
    const auto first = std::max_element(events.begin(), events.end(), [](const auto& left, const auto& right) {
        return left.salience < right.salience;
    });
    return first == events.end() ? std::string() : first->title;
}

}  // namespace throughline::timeline
