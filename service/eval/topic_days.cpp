#include "eval/topic_days.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace throughline::eval {
namespace {

using std::chrono::days;

constexpr days some_days{2};
constexpr days week{7};
constexpr days month{30};

}  // namespace

double topic_days::counts::weight() const {
    double sum = 0;
    for (const std::size_t count : {articles, after_days, after_week, after_month})
        sum += std::log1p(static_cast<double>(count));
    return sum;
}

void topic_days::add(const document& article) {
    std::set<day> named;
    for (const timex& time : article.timexes) {
        const bool one_day = time.first && time.first == time.last && !time.tokens.empty();
        if (!one_day || *time.first > article.published || !named.insert(*time.first).second) continue;
        counts& here = days_[*time.first];
        const days age = article.published - *time.first;
        ++here.articles;
        if (age >= some_days) ++here.after_days;
        if (age >= week) ++here.after_week;
        if (age >= month) ++here.after_month;
        if (!here.sentence.empty() && here.told <= article.published) continue;
        here.told = article.published;
        here.sentence = article.words(article.sentences[article.tokens[time.tokens.first].sentence].where);
        std::replace(here.sentence.begin(), here.sentence.end(), '\n', ' ');
    }
}

std::vector<told_day> topic_days::best(std::size_t count, day first, day last) const {
    struct candidate {
        double weight;
        day when;
        const std::string* sentence;
    };
    std::vector<candidate> all;
    for (auto at = days_.lower_bound(first); at != days_.end() && at->first <= last; ++at)
        all.push_back({at->second.weight(), at->first, &at->second.sentence});
    std::stable_sort(all.begin(), all.end(), [](const auto& l, const auto& r) { return l.weight > r.weight; });
    all.resize(std::min(count, all.size()));
    std::sort(all.begin(), all.end(), [](const auto& l, const auto& r) { return l.when < r.when; });
    std::vector<told_day> chosen;
    for (const candidate& one : all) chosen.push_back({one.when, *one.sentence});
    return chosen;
}

}  // namespace throughline::eval
