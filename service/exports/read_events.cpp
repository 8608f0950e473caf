#include "exports/read_events.hpp"

#include <boost/json.hpp>

namespace throughline::exports {
namespace {

namespace json = boost::json;

std::string text(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::uint32_t count(const json::object& object, std::string_view name) {
    return object.at(name).to_number<std::uint32_t>();
}

/// The day of "2018-03-20" or "2018-03-20T14:05:00Z"; nullopt for null.
std::optional<day> day_of(const json::object& time, std::string_view name) {
    const auto when = text(time, name);
    return parse_day(std::string_view(when).substr(0, when.find('T')));
}

export_time read_time(const json::object& time) {
    return {day_of(time, "start"), day_of(time, "end"), text(time, "edtf"), text(time, "granularity"),
            text(time, "basis")};
}

export_participant read_participant(const json::object& object) {
    export_participant participant{text(object, "name"), {}, text(object, "role")};
    for (const auto& alias : object.at("aliases").as_array())
        participant.aliases.emplace_back(std::string_view(alias.as_string()));
    return participant;
}

export_event read_event(const json::object& object) {
    export_event event;
    event.id = text(object, "id");
    event.type = text(object, "type");
    event.title = text(object, "title");
    event.time = read_time(object.at("time").as_object());
    event.status = text(object, "status");
    for (const auto& participant : object.at("participants").as_array())
        event.participants.push_back(read_participant(participant.as_object()));
    event.source_count = count(object, "source_count");
    event.origin_count = count(object, "origin_count");
    event.salience = object.at("salience").to_number<double>();
    for (const auto& link : object.at("links").as_array())
        event.links.push_back({text(link.as_object(), "relation"), text(link.as_object(), "event_id")});
    return event;
}

}  // namespace

std::vector<export_event> read_events(std::string_view events) {
    const auto parsed = json::parse(json::string_view(events.data(), events.size()));
    std::vector<export_event> list;
    list.reserve(parsed.as_array().size());
    for (const auto& event : parsed.as_array()) list.push_back(read_event(event.as_object()));
    return list;
}

}  // namespace throughline::exports
