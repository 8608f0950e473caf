#include "jobs/story_changes.hpp"

#include "linking/story_partition.hpp"
#include "storage/article_graph.hpp"
#include "storage/revision_log.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace throughline::jobs {
namespace {

/// "e:vladimir putin" is for people "vladimir putin".
std::string_view without_kind(std::string_view term) {
    const auto colon = term.find(':');
    return colon == 1 ? term.substr(2) : term;
}

std::string why_joined(const std::string& closest, const std::vector<std::string>& shared) {
    std::string reason = "It is closest to article " + closest + "; both speak of ";
    for (std::size_t i = 0; i < shared.size(); ++i) {
        if (i > 0) reason += i + 1 == shared.size() ? " and " : ", ";
        reason += without_kind(shared[i]);
    }
    return reason + '.';
}

/// Why the articles stand in their stories, by article.
std::unordered_map<std::string, std::string> reasons_of(storage::transaction& tx,
                                                        const std::vector<std::string>& articles) {
    const auto links = storage::strongest_links(tx, articles);
    std::set<std::string> ends;
    for (const auto& link : links) ends.insert({link.left, link.right});
    std::unordered_map<std::string, linking::compared_profile> profiles;
    for (const auto& profile : storage::load_profiles(tx, {ends.begin(), ends.end()}))
        profiles.emplace(profile.article_id,
                         linking::compared_profile({profile.key, profile.published, profile.terms}));
    std::unordered_map<std::string, std::string> reasons;
    for (const auto& link : links) {
        const auto left = profiles.find(link.left);
        const auto right = profiles.find(link.right);
        if (left == profiles.end() || right == profiles.end()) continue;
        if (linking::link_score(left->second, right->second))
            reasons.emplace(link.left, why_joined(link.right, linking::shared_terms(left->second, right->second)));
    }
    return reasons;
}

/// The one of the causes that now stands in the story, "" when there is none.
std::string cause_within(const std::vector<storage::move>& moves, const std::vector<std::string>& causes,
                         const std::string& story) {
    for (const auto& move : moves)
        if (move.to == story && std::find(causes.begin(), causes.end(), move.article_id) != causes.end())
            return move.article_id;
    return {};
}

}  // namespace

void log_moves(storage::transaction& tx, const std::vector<storage::move>& moves,
               const std::map<std::string, std::string>& merged, const std::vector<std::string>& causes) {
    const auto with_its_story = [&](const storage::move& move) {
        const auto gone = merged.find(move.from);
        return gone != merged.end() && gone->second == move.to;
    };
    std::vector<std::string> joined;
    for (const auto& move : moves)
        if (!move.to.empty() && !with_its_story(move)) joined.push_back(move.article_id);
    const auto reasons = joined.empty() ? std::unordered_map<std::string, std::string>() : reasons_of(tx, joined);

    std::vector<storage::pending_change> changes;
    std::set<std::pair<std::string, std::string>> splits;
    for (const auto& [gone, into] : merged)
        changes.push_back({into,
                           {"story_merged", "", cause_within(moves, causes, into),
                            "Story " + gone + " turned out to be the same story."}});
    for (const auto& move : moves) {
        if (!move.to.empty() && !with_its_story(move)) {
            const auto reason = reasons.find(move.article_id);
            changes.push_back({move.to,
                               {"article_added", "", move.article_id,
                                reason == reasons.end() ? "No other article tells of it yet." : reason->second}});
        }
        if (move.from.empty() || merged.contains(move.from)) continue;
        changes.push_back(
            {move.from,
             {"article_removed", "", move.article_id,
              move.to.empty() ? "It has no events any more." : "It is closer to story " + move.to + "."}});
        if (!move.to.empty() && splits.emplace(move.from, move.to).second)
            changes.push_back({move.from, {"story_split", "", "", "Articles went over to story " + move.to + "."}});
    }
    storage::log_changes(tx, changes);
}

}  // namespace throughline::jobs
