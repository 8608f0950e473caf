#include "timeline/story_title.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::timeline {
namespace {

/// Weights add up as whole numbers, so that the order of the articles does not show.
constexpr double fixed_point = 1e6;

}  // namespace

void story_centre::grow(std::span<const article_record> articles) {
    for (const auto& article : articles.subspan(articles_.size())) {
        auto& terms = articles_.emplace_back();
        for (const auto& each : article.terms) {
            terms.push_back({terms_.number(each.term), each.weight});
            centre_.resize(terms_.size(), 0);
            centre_[terms.back().number] += std::llround(each.weight * fixed_point);
        }
    }
}

double story_centre::likeness(std::size_t article) const {
    double sum = 0;
    for (const auto& each : articles_[article]) sum += each.weight * static_cast<double>(centre_[each.number]);
    return sum;
}

std::string story_centre::title(std::span<const article_record> articles,
                                std::span<const timeline_event> events) const {
    const article_record* best = nullptr;
    double most = -1;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (articles[i].headline.empty()) continue;
        const auto like = likeness(i);
        if (like > most || (like == most && articles[i].key < best->key)) {
            most = like;
            best = &articles[i];
        }
    }
    if (best) return best->headline;
    const auto first = std::max_element(events.begin(), events.end(), [](const auto& left, const auto& right) {
        return left.salience < right.salience;
    });
    return first == events.end() ? std::string() : first->title;
}

}  // namespace throughline::timeline
