#include "timeline/identity.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace throughline::timeline {
namespace {

/// How many mentions a stored and an assembled event share.
struct overlap {
    std::uint32_t count = 0;
    std::uint32_t stored = 0;  ///< rank by id
    std::uint32_t assembled = 0;
};

struct owned_mention {
    const mention_identity* mention = nullptr;
    std::uint32_t owner = 0;
};

bool by_mention(const owned_mention& left, const owned_mention& right) {
    return std::tie(*left.mention, left.owner) < std::tie(*right.mention, right.owner);
}

/// Pairs of events that share mentions, those that share most first.
std::vector<overlap> overlaps(const std::vector<owned_mention>& before, const std::vector<owned_mention>& now) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> counts;
    for (auto old = before.begin(), fresh = now.begin(); old != before.end() && fresh != now.end();) {
        if (*old->mention < *fresh->mention) {
            ++old;
        } else if (*fresh->mention < *old->mention) {
            ++fresh;
        } else {
            ++counts[{old->owner, fresh->owner}];
            ++old;
        }
    }
    std::vector<overlap> shared;
    for (const auto& [pair, count] : counts) shared.push_back({count, pair.first, pair.second});
    std::sort(shared.begin(), shared.end(), [](const overlap& left, const overlap& right) {
        return std::tie(right.count, left.stored, left.assembled) < std::tie(left.count, right.stored, right.assembled);
    });
    return shared;
}

template <class Events>
std::vector<owned_mention> mentions_of(const Events& events) {
    std::vector<owned_mention> mentions;
    for (std::uint32_t i = 0; i < events.size(); ++i)
        for (const auto& mention : events[i]->mentions) mentions.push_back({&mention, i});
    std::sort(mentions.begin(), mentions.end(), by_mention);
    return mentions;
}

template <class Event>
std::vector<const Event*> pointers(std::span<const Event> events) {
    std::vector<const Event*> all;
    for (const auto& event : events) all.push_back(&event);
    return all;
}

}  // namespace

identity_assignment assign_identities(std::span<const stored_event> stored,
                                      std::span<const assembled_event> assembled) {
    auto before = pointers(stored);
    std::sort(before.begin(), before.end(), [](auto* left, auto* right) { return left->id < right->id; });
    const auto shared = overlaps(mentions_of(before), mentions_of(pointers(assembled)));

    identity_assignment assignment;
    assignment.ids.resize(assembled.size());
    std::vector<bool> kept(before.size(), false);
    std::vector<std::optional<std::uint32_t>> successors(before.size());
    for (const auto& pair : shared) {
        if (!successors[pair.stored]) successors[pair.stored] = pair.assembled;
        if (kept[pair.stored] || assignment.ids[pair.assembled]) continue;
        kept[pair.stored] = true;
        assignment.ids[pair.assembled] = before[pair.stored]->id;
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (kept[i]) continue;
        if (successors[i])
            assignment.replaced.push_back({before[i]->id, *successors[i]});
        else
            assignment.removed.push_back(before[i]->id);
    }
    return assignment;
}

}  // namespace throughline::timeline
