#include "jobs/event_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdio>

namespace throughline::jobs {
namespace {

namespace json = boost::json;

std::string json_string(std::string_view text) { return json::serialize(json::string_view(text.data(), text.size())); }

std::string day_string(const std::optional<day>& value) { return value ? json_string(to_string(*value)) : "null"; }

/// Three decimals: Boost.JSON would write 9.3E-1.
std::string decimal(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.3f", value);
    return buffer;
}

std::string time_json(const event_time& time) {
    std::string out = "{\"start\":" + day_string(time.first);
    out += ",\"end\":" + day_string(time.last);
    out += ",\"edtf\":" + json_string(time.edtf);
    out += ",\"granularity\":" + json_string(name(time.unit));
    out += ",\"basis\":" + json_string(name(time.basis)) + '}';
    return out;
}

template <class Items, class Write>
std::string list_json(const Items& items, Write write) {
    std::string out = "[";
    for (const auto& item : items) {
        if (out.size() > 1) out += ',';
        out += write(item);
    }
    return out + ']';
}

std::string participant_json(const record_participant& participant) {
    return "{\"name\":" + json_string(participant.name) + ",\"aliases\":" +
           list_json(participant.aliases, [](const std::string& alias) { return json_string(alias); }) +
           ",\"role\":" + json_string(name(participant.role)) + '}';
}

std::string string_at(const json::object& object, const char* member) {
    const auto* value = object.if_contains(member);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::uint32_t count_at(const json::object& object, const char* member) {
    const auto* value = object.if_contains(member);
    return value != nullptr && value->is_int64() ? static_cast<std::uint32_t>(value->as_int64()) : 0;
}

}  // namespace

std::string event_json(const timeline::story_timeline& story, const std::vector<std::string>& ids, std::size_t event) {
    const auto& what = story.events[event];
    std::string out = "{\"id\":" + json_string(ids[event]);
    out += ",\"type\":" + json_string(what.type);
    out += ",\"title\":" + json_string(what.title);
    out += ",\"time\":" + time_json(what.time);
    out += ",\"status\":" + json_string(name(what.status));
    out += ",\"participants\":" + list_json(what.participants, participant_json);
    out += ",\"source_count\":" + std::to_string(what.source_count);
    out += ",\"origin_count\":" + std::to_string(what.origin_count);
    out += ",\"salience\":" + decimal(what.salience);
    out += ",\"links\":" + list_json(what.links, [&](const timeline::event_link& link) {
               return "{\"relation\":" + json_string(name(link.kind)) +
                      ",\"event_id\":" + json_string(ids[link.target]) + '}';
           });
    return out + '}';
}

timeline::event_snapshot parse_snapshot(std::string_view document) {
    const auto parsed = json::parse(json::string_view(document.data(), document.size()));
    const auto& object = parsed.as_object();
    timeline::event_snapshot snapshot;
    snapshot.type = string_at(object, "type");
    snapshot.title = string_at(object, "title");
    if (const auto* time = object.if_contains("time"); time != nullptr && time->is_object()) {
        snapshot.edtf = string_at(time->as_object(), "edtf");
        snapshot.basis = string_at(time->as_object(), "basis");
    }
    snapshot.status = string_at(object, "status");
    if (const auto* list = object.if_contains("participants"); list != nullptr && list->is_array())
        for (const auto& participant : list->as_array())
            snapshot.participants.push_back(string_at(participant.as_object(), "name"));
    std::sort(snapshot.participants.begin(), snapshot.participants.end());
    snapshot.source_count = count_at(object, "source_count");
    snapshot.origin_count = count_at(object, "origin_count");
    return snapshot;
}

namespace {

/// As coarse as a reader needs, so that an article more in the story leaves most records as they are.
std::string one_decimal(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.1f", value + 0.0);
    return buffer;
}

}  // namespace

std::string features_json(const std::vector<timeline::merge_feature>& features) {
    std::string out = "{";
    for (const auto& feature : features) {
        if (out.size() > 1) out += ',';
        out += json_string(feature.name) + ':' + one_decimal(feature.weight);
    }
    return out + '}';
}

}  // namespace throughline::jobs
