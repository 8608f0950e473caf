#include "cli/timeline_text.hpp"

#include "cli/terminal.hpp"
#include "core/calendar.hpp"
#include "exports/date_words.hpp"

#include <boost/json/value.hpp>

#include <map>
#include <optional>
#include <set>

namespace throughline::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t date_columns = 26;

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    const auto* text = value ? value->if_string() : nullptr;
    return text ? printable(*text) : std::string();
}

std::size_t count_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_number() ? value->to_number<std::size_t>() : 0;
}

const json::array& array_of(const json::object& object, std::string_view name) {
    static const json::array none;
    const auto* value = object.if_contains(name);
    return value && value->is_array() ? value->get_array() : none;
}

// The day of "2018-03-20" or "2018-03-20T14:05:00Z".
std::optional<day> day_of(const json::object& time, std::string_view name) {
    const auto when = text_of(time, name);
    return parse_day(std::string_view(when).substr(0, when.find('T')));
}

std::string counted(std::size_t count, std::string_view thing) {
    return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s");
}

class painter {
public:
    explicit painter(const timeline_style& style) : style_(style) {}

    std::string paint(std::string_view text, std::string_view code) const {
        if (!style_.colour || text.empty()) return std::string(text);
        return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
    }

    // Words wrapped to the room beside the dates; lines after the first are indented.
    std::string wrapped(std::string_view text, std::string_view code) const {
        const auto room = std::max<std::size_t>(style_.width > date_columns ? style_.width - date_columns : 0, 30);
        std::string out, line;
        const auto flush = [&] {
            if (!out.empty()) out += "\n" + std::string(date_columns, ' ');
            out += paint(line, code);
            line.clear();
        };
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find(' ', at), text.size());
            const auto word = shortened(text.substr(at, end - at), room);
            if (!line.empty() && width_of(line) + 1 + width_of(word) > room) flush();
            (line += line.empty() ? "" : " ") += word;
            at = end + 1;
        }
        flush();
        return out;
    }

private:
    const timeline_style& style_;
};

std::string relation_text(std::string relation) {
    for (auto& c : relation)
        if (c == '_') c = ' ';
    return relation == "subevent of" ? "part of" : relation;
}

std::string sources_text(const json::object& event) {
    const auto sources = count_of(event, "source_count");
    const auto origins = count_of(event, "origin_count");
    std::string line = counted(sources, "source");
    if (origins > 0 && origins < sources) line += " of " + counted(origins, "origin");
    std::string names;
    for (const auto& name : array_of(event, "publishers"))
        if (name.is_string()) (names += names.empty() ? ": " : ", ") += printable(name.get_string());
    return line + names;
}

}  // namespace

std::string date_text(const json::object& time) {
    return exports::date_words(day_of(time, "start"), day_of(time, "end"));
}

std::string timeline_text(const json::object& story, const json::array& events, const timeline_style& style) {
    const painter with(style);
    std::map<std::string, std::string> titles;
    for (const auto& value : events)
        if (const auto* event = value.if_object()) titles.emplace(text_of(*event, "id"), text_of(*event, "title"));

    std::string out = with.paint(text_of(story, "title"), "1") + "\n" +
                      with.paint(counted(count_of(story, "article_count"), "article") + " of " +
                                     counted(count_of(story, "publisher_count"), "publisher") + " · " +
                                     (events.size() == 1 ? "1 event" : std::to_string(events.size()) + " events"),
                                 "2") +
                      "\n";
    std::string date_before;
    for (const auto& value : events) {
        const auto* event = value.if_object();
        if (event == nullptr) continue;
        const auto* time = event->if_contains("time");
        const auto date =
            shortened(time && time->is_object() ? date_text(time->get_object()) : "undated", date_columns - 1);
        const auto shown = date == date_before ? std::string() : date;
        date_before = date;
        out += "\n" + with.paint(shown, "36") + std::string(date_columns - width_of(shown), ' ');
        const auto status = text_of(*event, "status");
        const bool plain = status.empty() || status == "occurred";
        out += with.wrapped(text_of(*event, "title") + (plain ? "" : " [" + status + "]"), plain ? "1" : "1;33");
        const std::string indent = "\n" + std::string(date_columns, ' ');
        out += indent + with.wrapped(text_of(*event, "type") + " · " + sources_text(*event), "2");
        std::set<std::string> linked;  // a second relation to the same entry tells the reader nothing new
        for (const auto& link : array_of(*event, "links")) {
            const auto* object = link.if_object();
            const auto target = object ? titles.find(text_of(*object, "event_id")) : titles.end();
            if (target == titles.end() || !linked.insert(target->first).second) continue;
            out +=
                indent + with.wrapped("↳ " + relation_text(text_of(*object, "relation")) + ": " + target->second, "35");
        }
        out += "\n";
    }
    return out;
}

}  // namespace throughline::cli
