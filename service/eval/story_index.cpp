#include "eval/story_index.hpp"

#include <algorithm>
#include <sstream>
#include <unordered_map>

namespace throughline::eval {
namespace {

/// Links as the store finds them: each article looks its candidates up by its terms.
std::vector<linking::article_link> link_all(const std::vector<linking::article_profile>& profiles) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> index;
    std::vector<linking::article_link> links;
    const std::vector<linking::compared_profile> compared(profiles.begin(), profiles.end());
    for (std::uint32_t right = 0; right < profiles.size(); ++right) {
        std::vector<std::uint32_t> candidates;
        for (const auto& term : linking::lookup_terms(profiles[right])) {
            auto& indexed = index[term];
            candidates.insert(candidates.end(), indexed.begin(), indexed.end());
            indexed.push_back(right);
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const auto left : candidates)
            if (const auto score = linking::link_score(compared[left], compared[right]))
                links.push_back({left, right, *score});
    }
    return links;
}

}  // namespace

std::vector<std::uint32_t> partition_all(const std::vector<linking::article_profile>& profiles) {
    std::vector<day> published;
    for (const auto& profile : profiles) published.push_back(profile.published);
    return linking::partition(published, link_all(profiles));
}

void for_each_line(const std::string& text, const std::function<void(const std::string&)>& use) {
    std::istringstream input(text);
    for (std::string line; std::getline(input, line);)
        if (!line.empty()) use(line);
}

}  // namespace throughline::eval
