#include "timeline/event_links.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace throughline::timeline {

void link_events(std::span<const article_record> articles, std::vector<timeline_event>& events) {
    std::map<mention_ref, std::uint32_t> event_of;
    for (std::uint32_t i = 0; i < events.size(); ++i)
        for (const auto& ref : events[i].mentions) event_of.emplace(ref, i);

    for (std::uint32_t i = 0; i < events.size(); ++i) {
        auto& links = events[i].links;
        links.clear();
        for (const auto& ref : events[i].mentions)
            for (const auto& link : articles[ref.article].mentions[ref.mention].links) {
                const auto target = event_of.find({ref.article, link.target});
                if (target == event_of.end() || target->second == i) continue;
                links.push_back({link.kind, target->second, ref, link.words});
            }
        const auto ends = [](const event_link& link) { return std::tuple(link.target, link.kind); };
        std::stable_sort(links.begin(), links.end(),
                         [&](const auto& left, const auto& right) { return ends(left) < ends(right); });
        const auto repeated = std::unique(
            links.begin(), links.end(), [&](const auto& left, const auto& right) { return ends(left) == ends(right); });
        links.erase(repeated, links.end());
    }
}

}  // namespace throughline::timeline
