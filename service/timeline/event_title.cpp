#include "timeline/event_fields.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace throughline::timeline {
namespace {

std::set<std::string_view> words_of(std::string_view title) {
    std::set<std::string_view> words;
    for (std::size_t begin = 0; begin < title.size();) {
        const auto end = std::min(title.find(' ', begin), title.size());
        if (end > begin) words.insert(title.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::size_t named_in(std::string_view title, std::span<const record_participant> participants) {
    return static_cast<std::size_t>(std::count_if(participants.begin(), participants.end(), [&](const auto& each) {
        const auto surname = each.name.substr(each.name.rfind(' ') + 1);
        return title.find(surname) != std::string_view::npos;
    }));
}

/// What keeps a title from standing alone: it breaks off, or names somebody by a pronoun that only its text explains.
/// What stands between quotation marks is the speaker's own.
int flaws(std::string_view title) {
    static const std::set<std::string_view> first_words{"He", "She", "It", "They", "This", "That", "These", "Those"};
    static const std::set<std::string_view> speakers{"I", "me", "my", "we", "us", "our", "you", "your"};
    const auto quote = title.find("\u201c");
    const auto own = title.substr(0, quote);
    const auto words = words_of(own);
    int count = own.ends_with("\u2026") ? 1 : 0;
    count += first_words.contains(title.substr(0, title.find(' '))) ? 1 : 0;
    count += std::any_of(words.begin(), words.end(), [](auto word) { return speakers.contains(word); }) ? 1 : 0;
    return count;
}

}  // namespace

std::string best_title(const mention_group& group, std::string_view type,
                       std::span<const record_participant> participants) {
    std::map<std::string_view, std::size_t> word_counts;
    for (const auto& ref : group.refs)
        for (const auto word : words_of(group.mention(ref).title)) ++word_counts[word];

    const auto worth = [&](const record_mention& mention) {
        const auto words = words_of(mention.title);
        std::size_t agreement = 0;
        for (const auto word : words) agreement += word_counts.at(word);
        const double mean = words.empty() ? 0 : static_cast<double>(agreement) / static_cast<double>(words.size());
        return std::tuple(!mention.title.empty(), mention.type == type, -flaws(mention.title), !mention.background,
                          named_in(mention.title, participants), mean, words.size());
    };
    const auto best = std::max_element(group.refs.begin(), group.refs.end(), [&](const auto& left, const auto& right) {
        return worth(group.mention(left)) < worth(group.mention(right));
    });
    return group.mention(*best).title;
}

}  // namespace throughline::timeline
