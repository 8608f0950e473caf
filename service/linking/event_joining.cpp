#include "linking/event_joining.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace throughline::linking {
namespace {

/// The mentions in hand, numbered by rank.
class joining_run {
public:
    joining_run(const story_mentions& story, const std::vector<std::uint32_t>& loose,
                const std::vector<const joined_event*>& settled)
        : items_(loose) {
        for (const auto* event : settled) items_.insert(items_.end(), event->members.begin(), event->members.end());
        std::sort(items_.begin(), items_.end(), [&](auto l, auto r) { return story.ranks[l] < story.ranks[r]; });
        for (std::uint32_t i = 0; i < items_.size(); ++i) numbers_.emplace(items_[i], i);
        for (const auto item : items_) profiles_.emplace_back(story.mentions[item]);
        known_.items.assign(items_.size(), false);
        for (const auto* event : settled) {
            for (const auto member : event->members) known_.items[numbers_.at(member)] = true;
            for (const auto& join : event->joins)
                known_.joins.push_back({numbers_.at(join.left), numbers_.at(join.right), join.mean, {}});
        }
    }

    joining run(const pair_scores& scores) {
        gather(scores);
        std::vector<group_join> joins;
        std::vector<std::uint32_t> breached;
        agglomeration growing(static_cast<std::uint32_t>(items_.size()), pairs_, merge_threshold, known_);
        const auto groups =
            growing.run([&](std::uint32_t left,
                            std::uint32_t right) { return conflict(profiles_[left], profiles_[right]).empty(); },
                        [&](const group_join& join) {
                            profiles_[join.left].absorb(profiles_[join.right]);
                            if (!known_.items[join.left]) joins.push_back(join);
                        },
                        [&](std::uint32_t item) { breached.push_back(items_[item]); });
        if (!breached.empty()) return {{}, std::move(breached)};
        return {collect(groups, joins), {}};
    }

private:
    void gather(const pair_scores& scores) {
        for (std::uint32_t i = 0; i < items_.size(); ++i) {
            if (known_.items[i]) continue;
            for (const auto& bond : scores.of(items_[i])) {
                const auto found = numbers_.find(bond.other);
                if (found == numbers_.end()) continue;
                if (known_.items[found->second] || i < found->second)
                    pairs_.push_back({std::min(i, found->second), std::max(i, found->second), bond.score});
            }
        }
    }

    std::vector<joined_event> collect(const std::vector<std::uint32_t>& groups, const std::vector<group_join>& joins) {
        std::vector<joined_event> events;
        std::vector<std::size_t> places(items_.size());
        for (std::uint32_t i = 0; i < items_.size(); ++i) {
            if (known_.items[i]) continue;
            if (groups[i] == i) {
                places[i] = events.size();
                events.push_back({{}, {}, std::move(profiles_[i])});
            }
            events[places[groups[i]]].members.push_back(items_[i]);
        }
        for (const auto& join : joins)
            events[places[groups[join.left]]].joins.push_back(
                {items_[join.left],
                 items_[join.right],
                 join.mean,
                 {items_[join.best.left], items_[join.best.right], join.best.score}});
        return events;
    }

    std::vector<std::uint32_t> items_;
    std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
    std::vector<event_profile> profiles_;  ///< of each group under its first item
    std::vector<scored_pair> pairs_;
    settled_groups known_;
};

}  // namespace

joining join_mentions(const story_mentions& story, const pair_scores& scores, const std::vector<std::uint32_t>& loose,
                      const std::vector<const joined_event*>& settled) {
    return joining_run(story, loose, settled).run(scores);
}

}  // namespace throughline::linking
