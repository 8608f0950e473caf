#include "timeline/event_fields.hpp"
#include "timeline/title_flaws.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace throughline::timeline {
namespace {

std::size_t named_in(std::string_view title, std::span<const record_participant> participants) {
    return static_cast<std::size_t>(std::count_if(participants.begin(), participants.end(), [&](const auto& each) {
        const auto surname = each.name.substr(each.name.rfind(' ') + 1);
        return title.find(surname) != std::string_view::npos;
    }));
}

}  // namespace

std::string best_title(const mention_group& group, std::string_view type,
                       std::span<const record_participant> participants) {
    std::map<std::string_view, std::size_t> word_counts;
    for (const auto& ref : group.refs)
        for (const auto word : title_words(group.mention(ref).title)) ++word_counts[word];

    const auto worth = [&](const record_mention& mention) {
        const auto words = title_words(mention.title);
        std::size_t agreement = 0;
        for (const auto word : words) agreement += word_counts.at(word);
        const double mean = words.empty() ? 0 : static_cast<double>(agreement) / static_cast<double>(words.size());
        return std::tuple(!mention.title.empty(), mention.type == type, -title_flaws(mention.title),
                          !mention.background, named_in(mention.title, participants), mean, words.size());
    };
    std::vector<decltype(worth(group.mention(group.refs.front())))> worths;
    for (const auto& ref : group.refs) worths.push_back(worth(group.mention(ref)));
    const auto best = std::max_element(worths.begin(), worths.end()) - worths.begin();
    return group.mention(group.refs[static_cast<std::size_t>(best)]).title;
}

}  // namespace throughline::timeline
