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

}  // namespace

std::vector<record_participant> unite_participants(const mention_group& group,
                                                   const linking::story_participants& persons) {
    std::map<std::uint32_t, gathered> by_number;
    for (const auto& ref : group.refs)
        for (const auto& participant : group.mention(ref).participants)
            by_number[persons.number(participant)].add(participant);

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
