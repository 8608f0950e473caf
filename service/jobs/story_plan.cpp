#include "jobs/story_plan.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace throughline::jobs {
namespace {

struct part {
    std::size_t articles = 0;
    std::uint32_t group = 0;
};

}  // namespace

story_plan plan_stories(const std::vector<std::string>& stories, const std::vector<story_group>& groups) {
    std::unordered_map<std::string, std::unordered_map<std::uint32_t, std::size_t>> held;
    for (std::uint32_t group = 0; group < groups.size(); ++group)
        if (groups[group].wanted)
            for (const auto& story : groups[group].current_stories) ++held[story][group];

    story_plan plan;
    plan.ids.resize(groups.size());
    for (const auto& story : stories) {
        std::vector<part> parts;
        for (const auto& [group, articles] : held[story]) parts.push_back({articles, group});
        std::sort(parts.begin(), parts.end(), [&](const part& left, const part& right) {
            return std::tie(right.articles, groups[left.group].key) < std::tie(left.articles, groups[right.group].key);
        });
        const auto free =
            std::find_if(parts.begin(), parts.end(), [&](const part& each) { return plan.ids[each.group].empty(); });
        if (parts.empty())
            plan.emptied.push_back(story);
        else if (free != parts.end())
            plan.ids[free->group] = story;
        else
            plan.merged.push_back({story, parts.front().group});
    }
    return plan;
}

}  // namespace throughline::jobs
