#include "document/event_mention.hpp"

#include <algorithm>
#include <array>

namespace throughline {
namespace {

constexpr std::array<std::string_view, 4> status_names{"occurred", "planned", "denied", "alleged"};
constexpr std::array<std::string_view, 4> role_names{"actor", "recipient", "place", "other"};
constexpr std::array<std::string_view, 6> relation_names{"responds_to", "denies",      "causes",
                                                         "subevent_of", "contradicts", "about"};

template <class Label, std::size_t N>
std::optional<Label> find(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Label>(found - names.begin());
}

}  // namespace

std::string_view name(event_status status) { return status_names.at(static_cast<std::size_t>(status)); }
std::string_view name(participant_role role) { return role_names.at(static_cast<std::size_t>(role)); }
std::string_view name(relation kind) { return relation_names.at(static_cast<std::size_t>(kind)); }

std::optional<event_status> parse_event_status(std::string_view name) {
    return find<event_status>(status_names, name);
}
std::optional<participant_role> parse_participant_role(std::string_view name) {
    return find<participant_role>(role_names, name);
}
std::optional<relation> parse_relation(std::string_view name) { return find<relation>(relation_names, name); }

}  // namespace throughline
