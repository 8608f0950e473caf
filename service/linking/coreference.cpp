#include "linking/coreference.hpp"

#include "linking/agglomeration.hpp"
#include "linking/candidate_pairs.hpp"
#include "linking/coreference_model.hpp"
#include "linking/event_constraints.hpp"

#include <algorithm>
#include <map>

namespace throughline::linking {
namespace {

constexpr double merge_threshold = 0.0;       ///< mean log-odds from which two events are one
constexpr double near_miss_threshold = -1.5;  ///< log-odds from which a pair kept apart is worth telling
constexpr std::size_t near_miss_count = 3;    ///< of an event

class resolution {
public:
    explicit resolution(std::span<const article_record> articles) : story_(prepare(articles)) {
        for (const auto& mention : story_.mentions) profiles_.emplace_back(mention);
    }

    std::vector<mention_cluster> run() {
        score_pairs();
        agglomeration growing(static_cast<std::uint32_t>(story_.mentions.size()), pairs_, merge_threshold);
        const auto events =
            growing.run([&](std::uint32_t left,
                            std::uint32_t right) { return conflict(profiles_[left], profiles_[right]).empty(); },
                        [&](std::uint32_t left, std::uint32_t right, const scored_pair& best) {
                            profiles_[left].absorb(profiles_[right]);
                            joins_.push_back(best);
                        });
        return collect(events);
    }

private:
    void score_pairs() {
        for (const auto& pair : candidate_pairs(story_)) {
            const auto& left = story_.mentions[pair.left];
            const auto& right = story_.mentions[pair.right];
            if (!related(left.rule.groups, right.rule.groups)) continue;
            const auto values = compare(left, right, story_);
            pairs_.push_back({pair.left, pair.right, log_odds(values)});
        }
    }

    merge_record record(const scored_pair& pair, bool merged, std::string reason) const {
        const auto& left = story_.mentions[pair.left];
        const auto& right = story_.mentions[pair.right];
        return {left.ref,         right.ref, merged, probability(pair.score), explain(compare(left, right, story_)),
                std::move(reason)};
    }

    std::vector<mention_cluster> collect(const std::vector<std::uint32_t>& events) const {
        std::vector<mention_cluster> clusters;
        std::map<std::uint32_t, std::size_t> cluster_of;
        for (std::uint32_t i = 0; i < events.size(); ++i) {
            const auto [found, is_new] = cluster_of.emplace(events[i], clusters.size());
            if (is_new) clusters.emplace_back();
            clusters[found->second].mentions.push_back(story_.mentions[i].ref);
        }
        for (const auto& pair : joins_)
            clusters[cluster_of.at(events[pair.left])].merges.push_back(record(pair, true, "They are alike enough."));
        for (const auto& [event, miss] : near_misses(events))
            clusters[cluster_of.at(event)].merges.push_back(record(miss, false, miss_reason(events, miss)));
        return clusters;
    }

    /// The best scored pairs of each event with mentions of others.
    std::multimap<std::uint32_t, scored_pair> near_misses(const std::vector<std::uint32_t>& events) const {
        std::vector<scored_pair> misses;
        for (const auto& pair : pairs_)
            if (pair.score >= near_miss_threshold && events[pair.left] != events[pair.right]) misses.push_back(pair);
        std::stable_sort(misses.begin(), misses.end(),
                         [](const scored_pair& left, const scored_pair& right) { return left.score > right.score; });
        std::multimap<std::uint32_t, scored_pair> kept;
        for (const auto& miss : misses)
            for (const auto mention : {miss.left, miss.right})
                if (kept.count(events[mention]) < near_miss_count) kept.emplace(events[mention], miss);
        return kept;
    }

    std::string miss_reason(const std::vector<std::uint32_t>& events, const scored_pair& miss) const {
        const auto why = conflict(profiles_[events[miss.left]], profiles_[events[miss.right]]);
        return why.empty() ? "The events they belong to are not alike enough." : std::string(why);
    }

    story_mentions story_;
    std::vector<event_profile> profiles_;  ///< of each event under its first mention
    std::vector<scored_pair> pairs_;
    std::vector<scored_pair> joins_;
};

}  // namespace

std::vector<mention_cluster> resolve(std::span<const article_record> articles) { return resolution(articles).run(); }

}  // namespace throughline::linking
