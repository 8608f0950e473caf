#include "linking/event_joining.hpp"

#include "linking/united_bonds.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace throughline::linking {
namespace {

/// The parts in hand, numbered by rank.
class joining_run {
public:
    joining_run(const joining_view& view, const std::vector<std::uint32_t>& loose,
                const std::vector<const joined_event*>& settled)
        : view_(view) {
        std::vector<std::uint32_t> numbers = loose;
        for (const auto* event : settled) numbers.insert(numbers.end(), event->parts.begin(), event->parts.end());
        const auto& ranks = view.ranks;
        std::sort(numbers.begin(), numbers.end(), [&](auto l, auto r) { return ranks[l] < ranks[r]; });
        items_.assign(ranks.size(), nowhere);
        for (const auto number : numbers) {
            items_[number] = static_cast<std::uint32_t>(parts_.size());
            parts_.push_back(view.part(number));
        }
        known_.items.assign(parts_.size(), false);
        for (const auto* event : settled) {
            for (const auto part : event->parts) known_.items[items_[part]] = true;
            for (const auto& join : event->joins)
                known_.joins.push_back({items_[join.left], items_[join.right], join.mean, {}});
        }
    }

    joining run() {
        gather();
        std::vector<std::uint32_t> sizes;
        for (const auto& part : parts_) sizes.push_back(static_cast<std::uint32_t>(part.members.size()));
        std::vector<group_join> joins;
        std::vector<std::uint32_t> breached;
        agglomeration growing(std::move(sizes), bonds_, merge_threshold, known_);
        const auto groups =
            growing.run([&](auto left, auto right) { return conflict(profile(left), profile(right)).empty(); },
                        [&](const group_join& join) {
                            profile(join.left).absorb(profile(join.right));
                            if (!known_.items[join.left]) joins.push_back(join);
                        },
                        [&](std::uint32_t item) { breached.push_back(number(item)); });
        if (!breached.empty()) return {{}, std::move(breached)};
        return {collect(groups, joins), {}};
    }

private:
    std::uint32_t number(std::uint32_t item) const { return parts_[item].members.front(); }
    event_profile& profile(std::uint32_t item) { return parts_[item].profile; }

    /// The bonds of the loose parts with all in hand. What two loose parts have in common is taken once.
    void gather() {
        for (std::uint32_t item = 0; item < parts_.size(); ++item) {
            if (known_.items[item]) continue;
            for (const auto& bond : view_.bonds(number(item))) {
                const auto other = items_[bond.other];
                if (other == nowhere || (!known_.items[other] && other < item)) continue;
                bonds_.push_back(
                    {std::min(item, other), std::max(item, other), bond.count, bond.sum, bond.best, bond.rank});
            }
        }
    }

    std::vector<joined_event> collect(const std::vector<std::uint32_t>& groups, const std::vector<group_join>& joins) {
        std::vector<joined_event> events;
        std::vector<std::size_t> places(parts_.size());
        for (std::uint32_t item = 0; item < parts_.size(); ++item) {
            if (known_.items[item]) continue;
            if (groups[item] == item) {
                places[item] = events.size();
                events.push_back({{}, {}, {}, std::move(parts_[item].profile)});
            }
            auto& event = events[places[groups[item]]];
            event.parts.push_back(number(item));
            event.members.insert(event.members.end(), parts_[item].members.begin(), parts_[item].members.end());
        }
        const auto& ranks = view_.ranks;
        for (auto& event : events)
            if (event.parts.size() > 1)
                std::sort(event.members.begin(), event.members.end(),
                          [&](auto l, auto r) { return ranks[l] < ranks[r]; });
        for (const auto& join : joins)
            events[places[groups[join.left]]].joins.push_back(
                {number(join.left), number(join.right), join.mean, join.best});
        return events;
    }

    const joining_view& view_;
    std::vector<event_part> parts_;     ///< each with the profile of the group that it is the first of
    std::vector<std::uint32_t> items_;  ///< by number; nowhere for a part that is not in hand
    std::vector<item_bond> bonds_;
    settled_groups known_;
};

}  // namespace

joining join_parts(const joining_view& view, const std::vector<std::uint32_t>& loose,
                   const std::vector<const joined_event*>& settled) {
    return joining_run(view, loose, settled).run();
}

}  // namespace throughline::linking
