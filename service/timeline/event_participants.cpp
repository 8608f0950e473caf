#include "linking/event_types.hpp"
#include "timeline/event_fields.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace throughline::timeline {
namespace {

/// One participant as the event's mentions name it.
struct gathered {
    std::map<std::string, std::uint32_t> names;
    std::set<std::string> aliases;
    std::array<std::uint32_t, 4> roles{};  ///< by participant_role
    std::map<std::string, entity_kind> keys;
    std::uint32_t count = 0;

    void add(const record_participant& participant) {
        ++names[participant.name];
        aliases.insert(participant.aliases.begin(), participant.aliases.end());
        ++roles[static_cast<std::size_t>(participant.role)];
        keys.emplace(participant.key, participant.kind);
        ++count;
    }

    /// The form of most words, then the most frequent.
    const std::string& fullest_name() const {
        const auto fullness = [](const auto& entry) {
            return std::tuple(std::count(entry.first.begin(), entry.first.end(), ' '), entry.second);
        };
        return std::max_element(names.begin(), names.end(),
                                [&](const auto& l, const auto& r) { return fullness(l) < fullness(r); })
            ->first;
    }

    record_participant merged() const {
        record_participant participant;
        participant.name = fullest_name();
        auto forms = aliases;
        for (const auto& [name, uses] : names) forms.insert(name);
        forms.erase(participant.name);
        participant.aliases.assign(forms.begin(), forms.end());
        const auto longest = std::max_element(keys.begin(), keys.end(), [](const auto& left, const auto& right) {
            return left.first.size() < right.first.size();
        });
        participant.key = longest->first;
        participant.kind = longest->second;
        participant.role = static_cast<participant_role>(std::max_element(roles.begin(), roles.end()) - roles.begin());
        return participant;
    }
};

/// Whom an event may befall: somebody who takes part in it himself.
bool is_victim(const record_participant& participant) {
    return participant.kind == entity_kind::person &&
           (participant.role == participant_role::actor || participant.role == participant_role::recipient);
}

/// Where such an event befalls each by himself: whom the mentions that name one alone name. What a mention tells of
/// several it tells of others' events too.
std::set<std::uint32_t> named_alone(const mention_group& group, const linking::story_participants& persons) {
    std::set<std::uint32_t> alone;
    for (const auto& ref : group.refs) {
        const auto& mention = group.mention(ref);
        if (linking::rule_of(mention.type).befalls != linking::once::named) continue;
        std::set<std::uint32_t> victims;
        for (const auto& participant : mention.participants)
            if (is_victim(participant)) victims.insert(persons.number(participant));
        if (victims.size() == 1) alone.insert(*victims.begin());
    }
    return alone;
}

}  // namespace

std::vector<record_participant> unite_participants(const mention_group& group,
                                                   const linking::story_participants& persons) {
    const auto alone = named_alone(group, persons);
    std::map<std::uint32_t, gathered> by_number;
    for (const auto& ref : group.refs)
        for (const auto& participant : group.mention(ref).participants) {
            const auto number = persons.number(participant);
            if (alone.empty() || !is_victim(participant) || alone.contains(number)) by_number[number].add(participant);
        }

    std::vector<std::pair<std::uint32_t, record_participant>> counted;
    for (const auto& [number, all] : by_number) counted.emplace_back(all.count, all.merged());
    std::sort(counted.begin(), counted.end(), [](const auto& left, const auto& right) {
        return std::tie(right.first, left.second.role, left.second.name, left.second.key) <
               std::tie(left.first, right.second.role, right.second.name, right.second.key);
    });
    std::vector<record_participant> participants;
    for (auto& [count, participant] : counted) participants.push_back(std::move(participant));
    return participants;
}

}  // namespace throughline::timeline
