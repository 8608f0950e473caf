#include "timeline/event_fields.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace throughline::timeline {
namespace {

/// The words of a title, each once.
std::set<std::string_view> title_words(std::string_view title) {
    std::set<std::string_view> words;
    for (std::size_t begin = 0; begin < title.size();) {
        const auto end = std::min(title.find(' ', begin), title.size());
        if (end > begin) words.insert(title.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// Whether a mention gives the event's own days.
bool is_of(const event_time& event, const event_time& mention) {
    return event.first == mention.first && event.last == mention.last;
}

}  // namespace

std::size_t named_in(std::string_view title, std::span<const record_participant> participants) {
    return static_cast<std::size_t>(std::count_if(participants.begin(), participants.end(), [&](const auto& each) {
        const auto surname = each.name.substr(each.name.rfind(' ') + 1);
        return title.find(surname) != std::string_view::npos;
    }));
}

bool stands_alone(std::string_view title) { return !title.empty() && title.find("\u2026") == std::string_view::npos; }

std::string best_title(const mention_group& group, std::string_view type, event_status status, const event_time& time,
                       std::span<const record_participant> participants) {
    std::map<std::string_view, std::size_t> word_counts;
    for (const auto& ref : group.refs)
        for (const auto word : title_words(group.mention(ref).title)) ++word_counts[word];

    const auto worth = [&](const record_mention& mention) {
        const auto words = title_words(mention.title);
        std::size_t agreement = 0;
        for (const auto word : words) agreement += word_counts.at(word);
        const double mean = words.empty() ? 0 : static_cast<double>(agreement) / static_cast<double>(words.size());
        return std::tuple(!mention.title.empty(), mention.type == type, stands_alone(mention.title),
                          mention.status == status, !mention.background, is_of(time, mention.time),
                          named_in(mention.title, participants), mean, words.size());
    };
    std::vector<decltype(worth(group.mention(group.refs.front())))> worths;
    for (const auto& ref : group.refs) worths.push_back(worth(group.mention(ref)));
    const auto best = std::max_element(worths.begin(), worths.end()) - worths.begin();
    return group.mention(group.refs[static_cast<std::size_t>(best)]).title;
}

}  // namespace throughline::timeline
