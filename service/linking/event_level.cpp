#include "linking/event_level.hpp"

#include "linking/united_bonds.hpp"

#include <algorithm>
#include <utility>

namespace throughline::linking {

std::span<const std::uint32_t> event_level::members(std::uint32_t group) const {
    const auto found = joined_.find(group);
    // Of one mention the table holds the group, which is the mention.
    return found == joined_.end() ? part_members(group_of_[group]) : std::span(found->second.members);
}

std::span<const std::uint32_t> event_level::part_members(const std::uint32_t& part) const {
    return below_ ? below_->members(part) : std::span(&part, 1);
}

event_profile event_level::profile(const story_mentions& story, std::uint32_t group) const {
    const auto found = joined_.find(group);
    if (found != joined_.end()) return found->second.profile;
    return below_ ? below_->profile(story, group) : event_profile(story.mentions[group]);
}

event_part event_level::part(const story_mentions& story, std::uint32_t part) const {
    if (!below_) return {{part}, event_profile(story.mentions[part])};
    const auto list = below_->members(part);
    return {{list.begin(), list.end()}, below_->profile(story, part)};
}

std::vector<group_join> event_level::joins(std::uint32_t group) const {
    const auto found = joined_.find(group);
    if (found == joined_.end()) return below_ ? below_->joins(group) : std::vector<group_join>();
    std::vector<group_join> all;
    if (below_)
        for (const auto part : found->second.parts) {
            const auto inner = below_->joins(part);
            all.insert(all.end(), inner.begin(), inner.end());
        }
    all.insert(all.end(), found->second.joins.begin(), found->second.joins.end());
    return all;
}

/// A mention whose article is joined first above this level has a cell of its own. Whoever shares a cell with an
/// article that is joined here or below is so too, since cells lie within those above.
void event_level::place(const level_view& view) {
    constexpr auto alone = std::uint64_t{1} << 63U;
    const auto& mentions = view.story.mentions;
    cells_.resize(mentions.size());
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        const auto article = mentions[i].ref.article;
        cells_[i] = view.cells.first_level(article) <= level_ ? view.cells.cell(article, level_) : alone | i;
    }
}

void event_level::begin(const level_view& view, const std::vector<std::uint32_t>& changed_below) {
    changed_.clear();
    gone_.clear();
    place(view);
    for (auto mention = static_cast<std::uint32_t>(group_of_.size()); mention < view.story.mentions.size(); ++mention)
        group_of_.push_back(mention);
    fresh_.assign(group_of_.size(), false);
    loosened_.assign(group_of_.size(), false);
    for (const auto part : changed_below) fresh_[part] = true;
    for (const auto part : changed_below)
        if (view.cells.first_level(view.story.mentions[part].ref.article) <= level_)
            take(part);
        else
            changed_.push_back(part);
}

/// With a part all are taken that it was joined with.
void event_level::take(std::uint32_t first) {
    const auto push = [&](std::uint32_t part) {
        if (loosened_[part]) return;
        for (const auto member : part_members(part)) loosened_[member] = true;
        loose_.push_back(part);
    };
    const auto known = loose_.size();
    push(first);
    for (auto i = known; i < loose_.size(); ++i) {
        const auto part = loose_[i];
        for (const auto member : part_members(part)) {
            const auto found = joined_.find(group_of_[member]);
            if (found == joined_.end()) continue;
            const auto number = found->first;
            const auto& old = before_.emplace(number, std::move(found->second)).first->second;
            joined_.erase(found);
            for (const auto other : old.members) push(part_of(other));
        }
    }
}

/// Two groups none of whose pairs reaches the threshold never join, whatever becomes of those pairs; of two others
/// it is enough to join one anew, since the other is looked at beside it.
void event_level::loosen_around(const level_view& view, const score_change& change) {
    if (loosened_[change.left] || loosened_[change.right] || !together(change.left, change.right)) return;
    if (part_of(change.left) == part_of(change.right)) return;
    const auto left = group_of_[change.left];
    const auto right = group_of_[change.right];
    if (left == right || std::max(change.before, change.after) >= merge_threshold || attract(view, left, right))
        take(part_of(change.left));
}

/// Whether the two groups have a pair at or above the threshold; looked up from the smaller one.
bool event_level::attract(const level_view& view, std::uint32_t left, std::uint32_t right) {
    if (members(left).size() > members(right).size()) std::swap(left, right);
    const auto& others = attracted(view, left);
    return std::binary_search(others.begin(), others.end(), right);
}

/// The groups that the group has a pair with at or above the threshold, by number; itself may be among them.
const std::vector<std::uint32_t>& event_level::attracted(const level_view& view, std::uint32_t group) {
    const auto [found, is_new] = attracted_.try_emplace(group);
    auto& others = found->second;
    if (!is_new) return others;
    for (const auto member : members(group))
        for (const auto& bond : view.scores.of(member))
            if (bond.score >= merge_threshold && together(member, bond.other)) others.push_back(group_of_[bond.other]);
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    return others;
}

/// The parts beside a loose part, each once.
const std::vector<part_bond>& event_level::bonds_of(const level_view& view, std::uint32_t part) {
    const auto [found, is_new] = bonds_.try_emplace(part);
    auto& bonds = found->second;
    if (!is_new) return bonds;
    const auto& ranks = view.story.ranks;
    places_.resize(group_of_.size(), nowhere);
    for (const auto member : part_members(part))
        for (const auto& [other, meetings, score] : view.scores.of(member)) {
            if (!together(member, other)) continue;
            const auto beside = part_of(other);
            if (beside == part) continue;
            auto& place = places_[beside];
            if (place == nowhere) {
                place = static_cast<std::uint32_t>(bonds.size());
                bonds.emplace_back().other = beside;
            }
            auto& bond = bonds[place];
            ++bond.count;
            bond.sum += fixed_point(score);
            const auto [left, right] =
                ranks[member] < ranks[other] ? std::pair(member, other) : std::pair(other, member);
            const auto rank = static_cast<std::uint64_t>(ranks[left]) << 32U | ranks[right];
            if (score < bond.best.score || (score == bond.best.score && bond.rank <= rank)) continue;
            bond.best = {left, right, score};
            bond.rank = rank;
        }
    for (const auto& bond : bonds) places_[bond.other] = nowhere;
    return bonds;
}

std::vector<const joined_event*> event_level::settled_around(const level_view& view) {
    std::vector<std::uint32_t> numbers;
    std::vector<bool> seen(group_of_.size(), false);
    for (const auto part : loose_)
        for (const auto& bond : bonds_of(view, part)) {
            if (bond.best.score < merge_threshold || loosened_[bond.other]) continue;
            const auto group = group_of_[bond.other];
            if (!seen[group]) numbers.push_back(group);
            seen[group] = true;
        }
    std::vector<const joined_event*> events;
    alone_.clear();
    for (const auto number : numbers) {
        const auto found = joined_.find(number);
        events.push_back(found != joined_.end() ? &found->second
                                                : &alone_.emplace_back(joined_event{
                                                      {}, {number}, {}, event_profile(view.story.mentions[number])}));
    }
    return events;
}

/// Whether the group is as it was before.
bool event_level::stays(const joined_event& event) const {
    const auto number = event.members.front();
    if (std::any_of(event.parts.begin(), event.parts.end(), [&](std::uint32_t part) { return fresh_[part]; }))
        return false;
    const auto old = before_.find(number);
    if (event.parts.size() == 1) return old == before_.end() && group_of_[number] == number;
    return old != before_.end() && old->second.members == event.members &&
           std::equal(event.joins.begin(), event.joins.end(), old->second.joins.begin(), old->second.joins.end(),
                      [](const group_join& now, const group_join& then) {
                          return now.left == then.left && now.right == then.right;
                      });
}

void event_level::replace(std::vector<joined_event> events) {
    std::vector<std::uint32_t> old;
    for (const auto& event : events) {
        if (!stays(event)) changed_.push_back(event.members.front());
        for (const auto member : event.members) old.push_back(group_of_[member]);
    }
    for (auto& event : events) {
        const auto number = event.members.front();
        for (const auto member : event.members) group_of_[member] = number;
        if (event.parts.size() > 1) joined_.insert_or_assign(number, std::move(event));
    }
    std::sort(old.begin(), old.end());
    old.erase(std::unique(old.begin(), old.end()), old.end());
    for (const auto number : old)
        if (group_of_[number] != number) gone_.push_back(number);
}

void event_level::update(const level_view& view, const std::vector<std::uint32_t>& changed_below,
                         const std::vector<score_change>& scores) {
    begin(view, changed_below);
    for (const auto& change : scores) loosen_around(view, change);
    const joining_view sight{
        view.story.ranks, [&](std::uint32_t number) { return part(view.story, number); },
        [&](std::uint32_t number) -> const std::vector<part_bond>& { return bonds_of(view, number); }};
    while (!loose_.empty()) {
        auto done = join_parts(sight, loose_, settled_around(view));
        if (done.breached.empty()) {
            replace(std::move(done.events));
            break;
        }
        for (const auto part : done.breached) take(part);
    }
    loose_.clear();
    before_.clear();
    attracted_.clear();
    bonds_.clear();
}

}  // namespace throughline::linking
