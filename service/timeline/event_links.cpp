#include "timeline/event_links.hpp"

#include "timeline/implied_links.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace throughline::timeline {

namespace {

/// Articles that a story has at least, and the share of them that tell of what it is about.
constexpr std::size_t least_articles = 4;
constexpr std::size_t share_of_story = 3;

/// The event that most articles tell of, at least a third of them; no_event when there is none.
std::uint32_t central_event(std::span<const timeline_event> events, std::size_t article_count) {
    std::uint32_t central = no_event;
    std::size_t most = std::max(least_articles, (article_count + share_of_story - 1) / share_of_story) - 1;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        std::set<std::uint32_t> tellers;
        for (const auto& ref : events[i].mentions) tellers.insert(ref.article);
        if (tellers.size() <= most) continue;
        most = tellers.size();
        central = i;
    }
    return central;
}

}  // namespace

void link_events(std::span<const article_record> articles, std::vector<timeline_event>& events) {
    std::map<mention_ref, std::uint32_t> event_of;
    for (std::uint32_t i = 0; i < events.size(); ++i)
        for (const auto& ref : events[i].mentions) event_of.emplace(ref, i);

    const auto central = central_event(events, articles.size());
    std::map<mention_ref, std::vector<mention_link>> implied;
    for (std::uint32_t article = 0; article < articles.size(); ++article) {
        mention_events known;
        for (std::uint32_t i = 0; i < articles[article].mentions.size(); ++i) {
            const auto found = event_of.find({article, i});
            known.event_of.push_back(found == event_of.end() ? no_event : found->second);
        }
        known.central = central;
        if (central != no_event) known.since = events[central].time.first;
        for (const auto& each : implied_links(articles[article], known))
            implied[{article, each.source}].push_back(each.link);
    }

    for (std::uint32_t i = 0; i < events.size(); ++i) {
        auto& links = events[i].links;
        links.clear();
        const auto lift = [&](mention_ref ref, const std::vector<mention_link>& from) {
            for (const auto& link : from) {
                const auto target = event_of.find({ref.article, link.target});
                if (target == event_of.end() || target->second == i) continue;
                links.push_back({link.kind, target->second, ref, link.words});
            }
        };
        for (const auto& ref : events[i].mentions) lift(ref, articles[ref.article].mentions[ref.mention].links);
        for (const auto& ref : events[i].mentions)
            if (const auto found = implied.find(ref); found != implied.end()) lift(ref, found->second);
        const auto ends = [](const event_link& link) { return std::tuple(link.target, link.kind); };
        std::stable_sort(links.begin(), links.end(),
                         [&](const auto& left, const auto& right) { return ends(left) < ends(right); });
        const auto repeated = std::unique(
            links.begin(), links.end(), [&](const auto& left, const auto& right) { return ends(left) == ends(right); });
        links.erase(repeated, links.end());
    }
}

}  // namespace throughline::timeline
