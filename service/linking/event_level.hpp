// The events of a growing story as far as they are joined within the cells of one level.
#pragma once

#include "linking/event_joining.hpp"
#include "linking/story_cells.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <unordered_map>
#include <vector>

namespace throughline::linking {

/// What a level looks at; good for one update.
struct level_view {
    const story_mentions& story;
    const pair_scores& scores;
    const story_cells& cells;
};

/// Joins the groups that the level below left, cell by cell; at the lowest level, mentions. A group is known by its
/// mention of least rank. Only groups that a growth touches are joined anew.
class event_level {
public:
    /// `below` must outlive the object; nullptr for the lowest level.
    event_level(std::size_t level, const event_level* below) : level_(level), below_(below) {}

    /// `changed_below` are the groups of the level below that are new, hold others than before or were joined
    /// otherwise; mentions at the lowest level. `scores` are those that changed.
    void update(const level_view& view, const std::vector<std::uint32_t>& changed_below,
                const std::vector<score_change>& scores);

    /// The same of this level.
    const std::vector<std::uint32_t>& changed() const { return changed_; }
    /// Groups before the last update that are none after it.
    const std::vector<std::uint32_t>& gone() const { return gone_; }

    std::uint32_t group_of(std::uint32_t mention) const { return group_of_[mention]; }
    /// By rank.
    std::span<const std::uint32_t> members(std::uint32_t group) const;
    event_profile profile(const story_mentions& story, std::uint32_t group) const;
    /// All joins that made the group, level by level.
    std::vector<group_join> joins(std::uint32_t group) const;

private:
    std::uint32_t part_of(std::uint32_t mention) const { return below_ ? below_->group_of(mention) : mention; }
    std::span<const std::uint32_t> part_members(const std::uint32_t& part) const;
    event_part part(const story_mentions& story, std::uint32_t part) const;
    /// Whether what the two mentions tell may be joined at this level.
    bool together(std::uint32_t one, std::uint32_t other) const { return cells_[one] == cells_[other]; }

    void place(const level_view& view);
    void begin(const level_view& view, const std::vector<std::uint32_t>& changed_below);
    void take(std::uint32_t part);
    void loosen_around(const level_view& view, const score_change& change);
    bool attract(const level_view& view, std::uint32_t left, std::uint32_t right);
    const std::vector<std::uint32_t>& attracted(const level_view& view, std::uint32_t group);
    std::vector<const joined_event*> settled_around(const level_view& view);
    const std::vector<part_bond>& bonds_of(const level_view& view, std::uint32_t part);
    void replace(std::vector<joined_event> events);
    bool stays(const joined_event& event) const;

    std::size_t level_;
    const event_level* below_;
    std::vector<std::uint32_t> group_of_;                     ///< by mention
    std::unordered_map<std::uint32_t, joined_event> joined_;  ///< groups of two parts or more
    std::vector<std::uint32_t> changed_;
    std::vector<std::uint32_t> gone_;

    // During update().
    std::vector<std::uint64_t> cells_;  ///< of each mention
    std::vector<bool> fresh_;           ///< mentions that changed_below is known by
    std::vector<bool> loosened_;        ///< mentions of the parts to be joined anew
    std::vector<std::uint32_t> loose_;
    std::unordered_map<std::uint32_t, joined_event> before_;  ///< of joined_ what is joined anew
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> attracted_;
    std::unordered_map<std::uint32_t, std::vector<part_bond>> bonds_;  ///< of loose parts
    std::vector<std::uint32_t> places_;                                ///< of each part's bond in the list in hand
    std::deque<joined_event> alone_;                                   ///< settled groups of one part
};

}  // namespace throughline::linking
