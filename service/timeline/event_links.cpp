#include "timeline/event_links.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace throughline::timeline {
namespace {

/// "The storm closed the schools" says of the schools that they answered the storm.
void mirror(std::vector<timeline_event>& events) {
    std::vector<std::pair<std::uint32_t, event_link>> added;
    for (std::uint32_t i = 0; i < events.size(); ++i)
        for (const auto& link : events[i].links)
            if (const auto kind = mirrored(link.kind, events[i].type, events[link.target].type))
                added.push_back({link.target, {*kind, i, link.source, link.words}});
    for (auto& [from, link] : added) events[from].links.push_back(link);
}

/// Leaves the first link of each relation to each target.
void settle(std::vector<event_link>& links) {
    const auto ends = [](const event_link& link) { return std::tuple(link.target, link.kind); };
    std::stable_sort(links.begin(), links.end(),
                     [&](const auto& left, const auto& right) { return ends(left) < ends(right); });
    const auto repeated = std::unique(links.begin(), links.end(),
                                      [&](const auto& left, const auto& right) { return ends(left) == ends(right); });
    links.erase(repeated, links.end());
}

}  // namespace

void growing_links::add(const article_record& article) {
    auto& known = articles_.emplace_back();
    known.begin = mentions_;
    for (std::uint32_t i = 0; i < article.mentions.size(); ++i)
        for (const auto& link : article.mentions[i].links) known.told.push_back({i, link});
    // No article's mentions are of this event.
    known.events.assign(article.mentions.size(), no_event);
    mentions_ += article.mentions.size();
}

/// What an article implies hangs on which of its mentions are of one event, and which of none.
void growing_links::infer(std::span<const article_record> articles, std::span<const std::uint32_t> numbers) {
    std::vector<std::uint32_t> events;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
        auto& known = articles_[i];
        events.clear();
        for (std::size_t mention = 0; mention < known.events.size(); ++mention) {
            const auto event = event_of_[known.begin + mention];
            events.push_back(event == no_event ? no_event : numbers[event]);
        }
        if (events == known.events) continue;
        known.events.swap(events);
        known.implied = implied_links(articles[i], known.events);
    }
}

void growing_links::lift(std::uint32_t article, const std::vector<implied_link>& links,
                         std::vector<timeline_event>& events) const {
    const auto* event_of = event_of_.data() + articles_[article].begin;
    for (const auto& [source, link] : links) {
        const auto from = event_of[source];
        const auto to = event_of[link.target];
        if (from == no_event || to == no_event || from == to) continue;
        events[from].links.push_back({link.kind, to, {article, source}, link.words});
    }
}

void growing_links::link(std::span<const article_record> articles, std::span<const std::uint32_t> numbers,
                         std::vector<timeline_event>& events) {
    for (auto article = static_cast<std::uint32_t>(articles_.size()); article < articles.size(); ++article) {
        add(articles[article]);
        order_.insert(std::upper_bound(order_.begin(), order_.end(), article,
                                       [&](auto l, auto r) { return articles[l].key < articles[r].key; }),
                      article);
    }
    event_of_.assign(mentions_, no_event);
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        events[i].links.clear();
        for (const auto& ref : events[i].mentions) event_of_[articles_[ref.article].begin + ref.mention] = i;
    }
    infer(articles, numbers);
    for (const auto article : order_) lift(article, articles_[article].told, events);
    for (const auto article : order_) lift(article, articles_[article].implied, events);
    mirror(events);
    for (auto& event : events) settle(event.links);
}

}  // namespace throughline::timeline
