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

growing_events::growing_events() {
    for (std::size_t level = 0; level < story_cells::levels; ++level)
        levels_.emplace_back(level, level == 0 ? nullptr : &levels_.back());
}

void growing_events::grow(std::span<const article_record> articles) {
    changed_.clear();
    retold_.clear();
    gone_.clear();
    mentions_.grow(articles);
    const auto moved = cells_.grow(articles);
    const auto pairs = blocks_.update(mentions_.story(), mentions_.changes());
    const auto scores = scores_.update(mentions_.story(), mentions_.changes(), pairs);
    join(touched(moved), scores);
    describe_around(scores);
}

/// Mentions that came in, those whose parties are known as others now, and all of the articles.
std::vector<std::uint32_t> growing_events::touched(const std::vector<std::uint32_t>& articles) const {
    std::vector<std::uint32_t> mentions;
    const auto& changes = mentions_.changes();
    const auto& all = mentions_.story().mentions;
    for (std::uint32_t i = 0; i < changes.size(); ++i)
        if (changes[i] >= growth::renamed || std::binary_search(articles.begin(), articles.end(), all[i].ref.article))
            mentions.push_back(i);
    return mentions;
}

void growing_events::join(const std::vector<std::uint32_t>& touched, const std::vector<score_change>& scores) {
    const auto* changed = &touched;
    for (auto& level : levels_) {
        level.update({mentions_.story(), scores_, cells_}, *changed, scores);
        changed = &level.changed();
    }
    for (const auto number : joined().gone())
        if (events_.erase(number) > 0) gone_.push_back(number);
    rejoined_.assign(mentions_.changes().size(), false);
    for (const auto number : joined().changed()) take_over(number);
}

void growing_events::take_over(std::uint32_t number) {
    const auto now = joined().members(number);
    auto& known = events_[number];
    const auto renamed = [&](std::uint32_t i) { return mentions_.changes()[i] >= growth::renamed; };
    const bool same = std::equal(now.begin(), now.end(), known.members.begin(), known.members.end()) &&
                      std::none_of(now.begin(), now.end(), renamed);
    (same ? retold_ : changed_).push_back(number);
    known.members.assign(now.begin(), now.end());
    known.cluster.mentions.clear();
    for (const auto member : now) {
        rejoined_[member] = true;
        known.cluster.mentions.push_back(mentions_.story().mentions[member].ref);
    }
}

/// The best scored pairs of an event with mentions of others.
std::vector<scored_pair> growing_events::near_misses(std::uint32_t number) const {
    const auto& ranks = mentions_.story().ranks;
    std::vector<scored_pair> misses;
    for (const auto member : events_.at(number).members)
        for (const auto& bond : scores_.of(member)) {
            if (bond.score < near_miss_threshold || joined().group_of(bond.other) == number) continue;
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
            compared.insert({joined().group_of(change.left), joined().group_of(change.right)});
    for (auto& [number, what] : events_) {
        const auto touched = [&](const scored_pair& pair) {
            return changes[pair.left] != growth::none || changes[pair.right] != growth::none;
        };
        const auto beside = [&](const scored_pair& miss) {
            return touched(miss) || rejoined_[miss.left] || rejoined_[miss.right];
        };
        const bool again = compared.contains(number);
        if (again) what.misses = near_misses(number);
        if (again || std::any_of(what.misses.begin(), what.misses.end(), beside) ||
            std::any_of(what.joins.begin(), what.joins.end(),
                        [&](const group_join& join) { return touched(join.best); })) {
            if (again) what.joins = joined().joins(number);
            describe(what);
            if (!rejoined_[number]) retold_.push_back(number);
        }
    }
}

void growing_events::describe(event& what) const {
    what.cluster.merges.clear();
    for (const auto& join : what.joins)
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
    const auto profile = [&](std::uint32_t mention) {
        return joined().profile(mentions_.story(), joined().group_of(mention));
    };
    const auto why = conflict(profile(miss.left), profile(miss.right));
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
