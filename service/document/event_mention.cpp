#include "document/event_mention.hpp"

#include "document/label_names.hpp"

#include <array>

namespace throughline {
namespace {

constexpr std::array<std::string_view, 4> status_names{"occurred", "planned", "denied", "alleged"};
constexpr std::array<std::string_view, 4> role_names{"actor", "recipient", "place", "other"};
constexpr std::array<std::string_view, 6> relation_names{"responds_to", "denies",      "causes",
                                                         "subevent_of", "contradicts", "about"};

}  // namespace

std::string_view name(event_status status) { return status_names.at(static_cast<std::size_t>(status)); }
std::string_view name(participant_role role) { return role_names.at(static_cast<std::size_t>(role)); }
std::string_view name(relation kind) { return relation_names.at(static_cast<std::size_t>(kind)); }

std::optional<event_status> parse_event_status(std::string_view name) {
    return find_label<event_status>(status_names, name);
}
std::optional<participant_role> parse_participant_role(std::string_view name) {
    return find_label<participant_role>(role_names, name);
}
std::optional<relation> parse_relation(std::string_view name) { return find_label<relation>(relation_names, name); }

}  // namespace throughline
