#include "timeline/title_flaws.hpp"

#include <algorithm>

namespace throughline::timeline {
namespace {

/// "Visit", "Cabinet meeting": fewer words say too little.
constexpr std::ptrdiff_t fewest_words = 3;

/// "Read MORE", "Photo | Agency": words that a page set beside the text.
bool holds_furniture(std::string_view title) {
    return title.find('|') != std::string_view::npos || title.find("MORE") != std::string_view::npos ||
           title.find("://") != std::string_view::npos || title.find(" \u2013 ") != std::string_view::npos;
}

}  // namespace

std::set<std::string_view> title_words(std::string_view title) {
    std::set<std::string_view> words;
    for (std::size_t begin = 0; begin < title.size();) {
        const auto end = std::min(title.find(' ', begin), title.size());
        if (end > begin) words.insert(title.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

int title_flaws(std::string_view title) {
    static const std::set<std::string_view> first_words{"He",    "She",   "It",    "They", "This", "That",
                                                        "These", "Those", "There", "We",   "You",  "Who",
                                                        "His",   "Her",   "Their", "Its",  "Our"};
    static const std::set<std::string_view> speakers{"I", "me", "my", "we", "us", "our", "you", "your", "him", "them"};
    const auto own = title.substr(0, title.find("\u201c"));
    const auto words = title_words(own);
    int count = own.ends_with("\u2026") ? 1 : 0;
    count += first_words.contains(title.substr(0, title.find(' '))) ? 1 : 0;
    count += std::any_of(words.begin(), words.end(), [](auto word) { return speakers.contains(word); }) ? 1 : 0;
    count += std::count(title.begin(), title.end(), ' ') + 1 < fewest_words ? 1 : 0;
    count += holds_furniture(title) ? 1 : 0;
    // The closing half of a quotation.
    count += title.starts_with("\u201d") || title.starts_with("\"") ? 1 : 0;
    return count;
}

}  // namespace throughline::timeline
