#include "timeline/event_links.hpp"

#include "timeline/implied_links.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

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

}  // namespace

void link_events(std::span<const article_record> articles, std::vector<timeline_event>& events) {
    std::map<mention_ref, std::uint32_t> event_of;
    for (std::uint32_t i = 0; i < events.size(); ++i)
        for (const auto& ref : events[i].mentions) event_of.emplace(ref, i);

    std::map<mention_ref, std::vector<mention_link>> implied;
    for (std::uint32_t article = 0; article < articles.size(); ++article) {
        std::vector<std::uint32_t> known;
        for (std::uint32_t i = 0; i < articles[article].mentions.size(); ++i) {
            const auto found = event_of.find({article, i});
            known.push_back(found == event_of.end() ? no_event : found->second);
        }
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
    }
    mirror(events);
    for (auto& event : events) {
        auto& links = event.links;
        const auto ends = [](const event_link& link) { return std::tuple(link.target, link.kind); };
        std::stable_sort(links.begin(), links.end(),
                         [&](const auto& left, const auto& right) { return ends(left) < ends(right); });
        const auto repeated = std::unique(
            links.begin(), links.end(), [&](const auto& left, const auto& right) { return ends(left) == ends(right); });
        links.erase(repeated, links.end());
    }
}

}  // namespace throughline::timeline
