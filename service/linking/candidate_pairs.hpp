// Which pairs of a story's mentions are worth comparing: a number of pairs linear in the mentions.
#pragma once

#include "linking/story_mentions.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::linking {

/// Two mentions that meet once more, or once less, than before.
struct pair_change {
    std::uint32_t left = 0;  ///< index into story_mentions::mentions, left < right
    std::uint32_t right = 0;
    std::int32_t meetings = 0;
};

/// Mentions meet when they share a group of types and with it a party or a day, or when they share a trigger, a root or
/// a synonym of it, a type or a quote; within a large block each meets only its nearest in the order of day and words
/// (the sorted neighbourhood of Hernández & Stolfo 1995). The blocks are kept while the story grows: a mention more
/// costs as much as it has neighbours.
class candidate_blocks {
public:
    /// Brings the blocks to the story as growing_mentions::grow left it. Returns what that changes, by left and right,
    /// each pair once. Mentions whose types share no group never meet.
    std::vector<pair_change> update(const story_mentions& story, const std::vector<growth>& changes);

private:
    /// What a block's mentions have in common; `kind` keeps numbers of different things apart.
    struct block_key {
        enum class shared : std::uint8_t { party, victim, day, trigger, root, synonym, quote, type };
        shared kind = shared::party;
        std::uint32_t group = 0;
        std::uint64_t value = 0;

        auto operator<=>(const block_key&) const = default;
    };
    struct key_hash {
        std::size_t operator()(const block_key& key) const;
    };
    struct entry {
        std::int64_t day = 0;  ///< the order within a block: mentions of one day stand together
        std::string_view lemma;
        std::uint32_t mention = 0;
    };
    using block = std::vector<entry>;
    struct move {
        block_key key;
        std::uint32_t mention = 0;
        bool enters = false;
    };

    static std::vector<block_key> keys_of(const story_mention& mention);
    entry entry_of(std::uint32_t mention) const;
    bool before(const entry& left, const entry& right) const;
    void meet(const entry& one, const entry& other, std::int32_t meetings);
    void meet_all(const block& members, std::int32_t meetings);
    void rebuild(block& members, const move* first, const move* last);
    void enter(block& members, std::uint32_t mention);
    void leave(block& members, std::uint32_t mention);

    const story_mentions* story_ = nullptr;     ///< during update()
    std::vector<std::vector<block_key>> keys_;  ///< of each mention, ascending
    std::unordered_map<block_key, block, key_hash> blocks_;
    std::vector<pair_change> changes_;
};

}  // namespace throughline::linking
