#include "timeline/event_fields.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace throughline::timeline {
namespace {

/// For each value the articles that give it: an article that repeats itself counts once.
template <class Value, class Of>
std::map<Value, std::set<std::uint32_t>> articles_by(const mention_group& group, Of value_of) {
    std::map<Value, std::set<std::uint32_t>> articles;
    for (const auto& ref : group.refs) articles[value_of(group.mention(ref))].insert(ref.article);
    return articles;
}

/// How much an article's word for a type counts: the general ones give way to the specific.
double type_weight(const std::string& type) {
    if (type == "other") return 0.1;
    return type == "statement" ? 0.7 : 1.0;
}

/// An article that names no publisher stands for itself.
std::string_view publisher_of(const article_record& article) {
    return article.publisher.empty() ? article.key : article.publisher;
}

/// Takes out the articles that announce what another one, no older, tells as done.
void outdate_plans(const mention_group& group, std::set<std::uint32_t>& planned,
                   const std::set<std::uint32_t>& occurred) {
    std::erase_if(planned, [&](std::uint32_t plan) {
        return std::any_of(occurred.begin(), occurred.end(), [&](std::uint32_t report) {
            return report != plan && group.articles[plan].published <= group.articles[report].published;
        });
    });
}

}  // namespace

std::string vote_type(const mention_group& group) {
    const auto votes = articles_by<std::string>(group, [](const record_mention& mention) { return mention.type; });
    const auto weight = [&](const std::string& type) {
        return type_weight(type) * static_cast<double>(votes.at(type).size());
    };
    const std::string* best = nullptr;
    for (const auto& ref : group.refs)
        if (const auto& type = group.mention(ref).type; best == nullptr || weight(type) > weight(*best)) best = &type;
    return *best;
}

event_status vote_status(const mention_group& group) {
    auto votes = articles_by<event_status>(group, [](const record_mention& mention) { return mention.status; });
    outdate_plans(group, votes[event_status::planned], votes[event_status::occurred]);
    const auto occurred = votes[event_status::occurred].size();
    if (occurred > 0 && occurred >= votes[event_status::planned].size() &&
        occurred >= votes[event_status::denied].size())
        return event_status::occurred;
    const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& left, const auto& right) {
        return left.second.size() < right.second.size();
    });
    return most->first;
}

std::uint32_t count_publishers(const mention_group& group) {
    std::set<std::string_view> publishers;
    for (const auto& ref : group.refs) publishers.insert(publisher_of(group.articles[ref.article]));
    return static_cast<std::uint32_t>(publishers.size());
}

std::uint32_t count_origins(const mention_group& group) {
    std::map<std::string_view, std::string_view> above;
    const auto top = [&](std::string_view one) {
        while (above.at(one) != one) one = above.at(one) = above.at(above.at(one));
        return one;
    };
    std::map<std::string_view, std::string_view> publisher_with;  // by origin
    for (const auto& ref : group.refs) {
        const auto& article = group.articles[ref.article];
        const auto publisher = publisher_of(article);
        above.emplace(publisher, publisher);
        const auto& origin = article.origin.empty() ? article.key : article.origin;
        above[top(publisher)] = top(publisher_with.emplace(origin, publisher).first->second);
    }
    return static_cast<std::uint32_t>(
        std::count_if(above.begin(), above.end(), [](const auto& one) { return one.first == one.second; }));
}

}  // namespace throughline::timeline
