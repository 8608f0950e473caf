#include "linking/coreference.hpp"

#include "linking/coreference_model.hpp"
#include "linking/event_constraints.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace throughline::linking {
namespace {

constexpr double near_miss_threshold = -1.5;  ///< log-odds from which a pair kept apart is worth telling
constexpr std::size_t near_miss_count = 3;    ///< of an event

}  // namespace

/// Finds the events that a growth may touch and joins their mentions anew.
class growing_events::joiner {
public:
    explicit joiner(growing_events& story) : story_(story) {}

    void run(const std::vector<score_change>& scores) {
        loosen_new();
        for (const auto& change : scores) loosen_around(change);
        for (;;) {
            auto done = join_mentions(story_.mentions_.story(), story_.scores_, loose_, settled_around());
            if (done.breached.empty()) return replace(std::move(done.events));
            for (const auto mention : done.breached) loosen(story_.event_of_[mention]);
        }
    }

private:
    void loosen(std::uint32_t number) {
        const auto& members = story_.events_.at(number).joined.members;
        if (story_.loosened_[members.front()]) return;
        for (const auto member : members) story_.loosened_[member] = true;
        loose_.insert(loose_.end(), members.begin(), members.end());
    }

    /// Mentions that came in, and events of those whose parties are known as others now.
    void loosen_new() {
        const auto& changes = story_.mentions_.changes();
        const auto known = static_cast<std::uint32_t>(story_.event_of_.size());
        story_.loosened_.assign(changes.size(), false);
        for (std::uint32_t i = 0; i < known; ++i)
            if (changes[i] == growth::renamed) loosen(story_.event_of_[i]);
        for (auto i = known; i < changes.size(); ++i) {
            story_.event_of_.push_back(i);
            story_.loosened_[i] = true;
            loose_.push_back(i);
        }
    }

    /// Two events none of whose pairs reaches the threshold never join, whatever becomes of those pairs; of two others
    /// it is enough to join one anew, since the other is looked at beside it.
    void loosen_around(const score_change& change) {
        if (story_.loosened_[change.left] || story_.loosened_[change.right]) return;
        const auto left = story_.event_of_[change.left];
        const auto right = story_.event_of_[change.right];
        if (left == right || std::max(change.before, change.after) >= merge_threshold ||
            attracted(left).contains(right))
            loosen(left);
    }

    /// The other events with a pair at or above the threshold.
    const std::set<std::uint32_t>& attracted(std::uint32_t number) {
        const auto [found, is_new] = attracted_.try_emplace(number);
        if (!is_new) return found->second;
        for (const auto member : story_.events_.at(number).joined.members)
            for (const auto& bond : story_.scores_.of(member))
                if (bond.score >= merge_threshold) found->second.insert(story_.event_of_[bond.other]);
        found->second.erase(number);
        return found->second;
    }

    std::vector<const joined_event*> settled_around() const {
        std::set<std::uint32_t> numbers;
        for (const auto mention : loose_)
            for (const auto& bond : story_.scores_.of(mention))
                if (bond.score >= merge_threshold && !story_.loosened_[bond.other])
                    numbers.insert(story_.event_of_[bond.other]);
        std::vector<const joined_event*> events;
        for (const auto number : numbers) events.push_back(&story_.events_.at(number).joined);
        return events;
    }

    void replace(std::vector<joined_event> events) {
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members_before;
        for (const auto mention : loose_) {
            const auto old = story_.events_.find(story_.event_of_[mention]);
            if (old == story_.events_.end()) continue;
            story_.gone_.push_back(old->first);
            members_before.emplace(old->first, std::move(old->second.joined.members));
            story_.events_.erase(old);
        }
        for (auto& each : events) {
            const auto number = each.members.front();
            const auto old = members_before.find(number);
            const bool same = old != members_before.end() && old->second == each.members && !renamed(each.members);
            (same ? story_.retold_ : story_.changed_).push_back(number);
            for (const auto member : each.members) story_.event_of_[member] = number;
            auto& fresh = story_.events_.insert_or_assign(number, event{std::move(each), {}, {}}).first->second;
            for (const auto member : fresh.joined.members)
                fresh.cluster.mentions.push_back(story_.mentions_.story().mentions[member].ref);
        }
        std::erase_if(story_.gone_, [&](std::uint32_t number) { return story_.events_.contains(number); });
    }

    bool renamed(const std::vector<std::uint32_t>& members) const {
        return std::any_of(members.begin(), members.end(),
                           [&](std::uint32_t i) { return story_.mentions_.changes()[i] >= growth::renamed; });
    }

    growing_events& story_;
    std::vector<std::uint32_t> loose_;
    std::unordered_map<std::uint32_t, std::set<std::uint32_t>> attracted_;
};

void growing_events::grow(std::span<const article_record> articles) {
    changed_.clear();
    retold_.clear();
    gone_.clear();
    mentions_.grow(articles);
    const auto pairs = blocks_.update(mentions_.story(), mentions_.changes());
    const auto scores = scores_.update(mentions_.story(), mentions_.changes(), pairs);
    joiner(*this).run(scores);
    describe_around(scores);
}

/// The best scored pairs of an event with mentions of others.
std::vector<scored_pair> growing_events::near_misses(std::uint32_t number) const {
    const auto& ranks = mentions_.story().ranks;
    std::vector<scored_pair> misses;
    for (const auto member : events_.at(number).joined.members)
        for (const auto& bond : scores_.of(member)) {
            if (bond.score < near_miss_threshold || event_of_[bond.other] == number) continue;
            const bool first = ranks[member] < ranks[bond.other];
            misses.push_back({first ? member : bond.other, first ? bond.other : member, bond.score});
        }
    const auto kept = std::min(misses.size(), near_miss_count);
    std::partial_sort(misses.begin(), misses.begin() + static_cast<std::ptrdiff_t>(kept), misses.end(),
                      [&](const scored_pair& one, const scored_pair& other) {
                          return std::tuple(-one.score, ranks[one.left], ranks[one.right]) <
                                 std::tuple(-other.score, ranks[other.left], ranks[other.right]);
                      });
    misses.resize(kept);
    return misses;
}

/// Finds and describes what joined the mentions of the events, and what nearly did, where a growth may have changed it.
void growing_events::describe_around(const std::vector<score_change>& scores) {
    const auto& changes = mentions_.changes();
    std::set<std::uint32_t> compared;
    compared.insert(changed_.begin(), changed_.end());
    compared.insert(retold_.begin(), retold_.end());
    for (const auto& change : scores)
        if (std::max(change.before, change.after) >= near_miss_threshold)
            compared.insert({event_of_[change.left], event_of_[change.right]});
    for (auto& [number, what] : events_) {
        const auto touched = [&](const scored_pair& pair) {
            return changes[pair.left] != growth::none || changes[pair.right] != growth::none;
        };
        const auto beside = [&](const scored_pair& miss) {
            return touched(miss) || loosened_[miss.left] || loosened_[miss.right];
        };
        const bool again = compared.contains(number);
        if (again) what.misses = near_misses(number);
        if (again || std::any_of(what.misses.begin(), what.misses.end(), beside) ||
            std::any_of(what.joined.joins.begin(), what.joined.joins.end(),
                        [&](const group_join& join) { return touched(join.best); })) {
            describe(what);
            if (!loosened_[what.joined.members.front()]) retold_.push_back(number);
        }
    }
}

void growing_events::describe(event& what) const {
    what.cluster.merges.clear();
    for (const auto& join : what.joined.joins)
        what.cluster.merges.push_back(record(join.best, true, "They are alike enough."));
    for (const auto& miss : what.misses) what.cluster.merges.push_back(record(miss, false, miss_reason(miss)));
}

merge_record growing_events::record(const scored_pair& pair, bool merged, std::string reason) const {
    const auto& story = mentions_.story();
    const auto& left = story.mentions[pair.left];
    const auto& right = story.mentions[pair.right];
    return {left.ref,         right.ref, merged, probability(pair.score), explain(compare(left, right, story)),
            std::move(reason)};
}

std::string growing_events::miss_reason(const scored_pair& miss) const {
    const auto& left = events_.at(event_of_[miss.left]).joined.profile;
    const auto& right = events_.at(event_of_[miss.right]).joined.profile;
    const auto why = conflict(left, right);
    return why.empty() ? "The events they belong to are not alike enough." : std::string(why);
}

std::vector<mention_cluster> resolve(std::span<const article_record> articles) {
    growing_events story;
    story.grow(articles);
    auto events = story.changed();
    std::sort(events.begin(), events.end(), [&](auto l, auto r) { return story.rank(l) < story.rank(r); });
    std::vector<mention_cluster> clusters;
    for (const auto event : events) clusters.push_back(story.cluster(event));
    return clusters;
}

}  // namespace throughline::linking
