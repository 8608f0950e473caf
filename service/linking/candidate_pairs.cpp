#include "linking/candidate_pairs.hpp"

#include "linking/text_hash.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace throughline::linking {
namespace {

/// Within a block a mention meets so many of the next ones.
constexpr std::ptrdiff_t neighbourhood = 40;

/// The least hash over all runs of four words: texts that overlap by much have the same one as a rule.
std::uint64_t quote_sketch(std::string_view said) {
    constexpr std::size_t run = 4;
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < said.size(); ++i)
        if (said[i] == ' ') starts.push_back(i + 1);
    starts.push_back(said.size() + 1);
    std::uint64_t least = UINT64_MAX;
    for (std::size_t i = 0; i + run < starts.size(); ++i)
        least = std::min(least, text_hash(said.substr(starts[i], starts[i + run] - 1 - starts[i])));
    return least;
}

/// Adds up what each pair's changes come to and leaves out those that come to nothing.
void add_up(std::vector<pair_change>& changes) {
    const auto ends = [](const pair_change& change) { return std::tie(change.left, change.right); };
    std::sort(changes.begin(), changes.end(),
              [&](const pair_change& left, const pair_change& right) { return ends(left) < ends(right); });
    auto last = changes.begin();
    for (auto next = changes.begin(); next != changes.end();) {
        auto sum = *next;
        for (++next; next != changes.end() && ends(*next) == ends(sum); ++next) sum.meetings += next->meetings;
        if (sum.meetings != 0) *last++ = sum;
    }
    changes.erase(last, changes.end());
}

}  // namespace

std::size_t candidate_blocks::key_hash::operator()(const block_key& key) const {
    const auto place = static_cast<std::uint64_t>(key.kind) << 32U | key.group;
    return std::hash<std::uint64_t>()((key.value + place * 0x9e3779b97f4a7c15ULL) * 0xff51afd7ed558ccdULL);
}

std::vector<candidate_blocks::block_key> candidate_blocks::keys_of(const story_mention& mention) {
    using shared = block_key::shared;
    std::vector<block_key> keys;
    for (std::uint32_t group = 0; group < 31; ++group) {  // any_group makes no block of its own
        if (!(mention.rule.groups >> group & 1U)) continue;
        for (const auto party : mention.parties) keys.push_back({shared::party, group, party});
        for (const auto victim : mention.victims) keys.push_back({shared::victim, group, victim});
        if (const auto founded = mention.founded_day())
            keys.push_back({shared::day, group, static_cast<std::uint64_t>(founded->time_since_epoch().count())});
    }
    keys.push_back({shared::trigger, 0, text_hash(mention.lemma.substr(0, 5))});
    for (const auto root : mention.roots) keys.push_back({shared::root, 0, root});
    for (const auto set : mention.synonyms) keys.push_back({shared::synonym, 0, set});
    if (mention.typed) keys.push_back({shared::type, 0, text_hash(mention.type)});
    if (!mention.said.empty()) keys.push_back({shared::quote, 0, quote_sketch(mention.said)});
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

candidate_blocks::entry candidate_blocks::entry_of(std::uint32_t mention) const {
    const auto& what = story_->mentions[mention];
    return {what.first ? what.first->time_since_epoch().count() : 0, what.lemma, mention};
}

bool candidate_blocks::before(const entry& left, const entry& right) const {
    if (left.day != right.day) return left.day < right.day;
    if (const auto order = left.lemma.compare(right.lemma); order != 0) return order < 0;
    return story_->ranks[left.mention] < story_->ranks[right.mention];
}

void candidate_blocks::meet(const entry& one, const entry& other, std::int32_t meetings) {
    const auto [left, right] = std::minmax(one.mention, other.mention);
    if (!related(story_->mentions[left].rule.groups, story_->mentions[right].rule.groups)) return;
    changes_.push_back({left, right, meetings});
}

void candidate_blocks::meet_all(const block& members, std::int32_t meetings) {
    for (auto one = members.begin(); one != members.end(); ++one) {
        const auto end = one + std::min(neighbourhood + 1, members.end() - one);
        for (auto other = one + 1; other != end; ++other) meet(*one, *other, meetings);
    }
}

void candidate_blocks::rebuild(block& members, const move* first, const move* last) {
    meet_all(members, -1);
    for (; first != last; ++first) {
        if (first->enters)
            members.push_back(entry_of(first->mention));
        else
            std::erase_if(members, [&](const entry& each) { return each.mention == first->mention; });
    }
    std::sort(members.begin(), members.end(),
              [&](const entry& left, const entry& right) { return before(left, right); });
    meet_all(members, 1);
}

/// Those on both sides of it that were `neighbourhood` apart no longer meet.
void candidate_blocks::enter(block& members, std::uint32_t mention) {
    const auto fresh = entry_of(mention);
    const auto place = std::lower_bound(members.begin(), members.end(), fresh,
                                        [&](const entry& left, const entry& right) { return before(left, right); });
    const auto ahead = std::min(neighbourhood, place - members.begin());
    const auto behind = std::min(neighbourhood, members.end() - place);
    for (auto i = 1; i <= ahead; ++i) {
        meet(place[-i], fresh, 1);
        if (neighbourhood - i < behind) meet(place[-i], place[neighbourhood - i], -1);
    }
    for (auto i = 0; i < behind; ++i) meet(fresh, place[i], 1);
    members.insert(place, fresh);
}

void candidate_blocks::leave(block& members, std::uint32_t mention) {
    const auto gone = entry_of(mention);
    auto place = std::lower_bound(members.begin(), members.end(), gone,
                                  [&](const entry& left, const entry& right) { return before(left, right); });
    place = members.erase(place);
    const auto ahead = std::min(neighbourhood, place - members.begin());
    const auto behind = std::min(neighbourhood, members.end() - place);
    for (auto i = 1; i <= ahead; ++i) {
        meet(place[-i], gone, -1);
        if (neighbourhood - i < behind) meet(place[-i], place[neighbourhood - i], 1);
    }
    for (auto i = 0; i < behind; ++i) meet(gone, place[i], -1);
}

std::vector<pair_change> candidate_blocks::update(const story_mentions& story, const std::vector<growth>& changes) {
    story_ = &story;
    keys_.resize(story.mentions.size());
    std::vector<move> moves;
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
        if (changes[i] < growth::renamed) continue;
        auto keys = keys_of(story.mentions[i]);
        for (const auto& key : keys)
            if (!std::binary_search(keys_[i].begin(), keys_[i].end(), key)) moves.push_back({key, i, true});
        for (const auto& key : keys_[i])
            if (!std::binary_search(keys.begin(), keys.end(), key)) moves.push_back({key, i, false});
        keys_[i] = std::move(keys);
    }
    std::sort(moves.begin(), moves.end(), [](const move& left, const move& right) {
        return std::tie(left.key, left.mention) < std::tie(right.key, right.mention);
    });
    for (const auto *first = moves.data(), *end = first + moves.size(); first != end;) {
        const auto* last = std::find_if(first, end, [&](const move& each) { return each.key != first->key; });
        auto& members = blocks_[first->key];
        if (std::cmp_greater(last - first, members.size() / 4)) {
            rebuild(members, first, last);
            first = last;
        }
        for (; first != last; ++first) first->enters ? enter(members, first->mention) : leave(members, first->mention);
    }
    story_ = nullptr;
    auto changed = std::move(changes_);
    changes_.clear();
    add_up(changed);
    return changed;
}

}  // namespace throughline::linking
