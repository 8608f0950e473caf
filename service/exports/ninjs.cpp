#include "exports/addresses.hpp"
#include "exports/date_words.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <boost/json.hpp>

namespace throughline::exports {
namespace {

namespace json = boost::json;

json::object valued(std::string_view role, std::string value) {
    json::object object;
    if (!role.empty()) object["role"] = role;
    object["value"] = std::move(value);
    return object;
}

json::object related(std::string name, std::string_view relation) {
    json::object object;
    object["name"] = std::move(name);
    object["rel"] = relation;
    return object;
}

/// Dates as exactly as they are known: the standard's expected dates may be a year, a month or a day.
json::object dates(const export_time& time) {
    json::object object;
    if (const auto exact = iso_date(time); !exact.empty()) {
        object["expectedStartDate"] = exact;
    } else {
        if (time.first) object["expectedStartDate"] = to_string(*time.first);
        if (time.last) object["expectedEndDate"] = to_string(*time.last);
    }
    return object;
}

json::array sources(const story_export& story, const export_event& event) {
    json::array list;
    for (const auto& telling : telling_articles(event)) {
        const auto& article = story.articles[telling.article];
        json::object source;
        source["name"] = article_words(article);
        source["role"] = "source";
        source["uri"] = article_address(story, article);
        list.push_back(std::move(source));
    }
    return list;
}

json::object event_object(const story_export& story, const export_event& event) {
    json::object object;
    object["name"] = one_line(event.title);
    object["rel"] = "event";
    object["uri"] = event_name(event.id);
    object["type"] = "event";
    object["title"] = one_line(event.title);
    object["versionCreated"] = event.changed_at;
    object["firstCreated"] = event.added_at;
    object["descriptions"] = json::array{valued("summary", summary_words(event)), valued("status", event.status),
                                         valued("dateBasis", event.time.basis)};
    if (!event.time.edtf.empty()) object["descriptions"].as_array().push_back(valued("edtf", event.time.edtf));
    if (event.time.first || event.time.last) {
        json::object details;
        details["dates"] = dates(event.time);
        object["eventDetails"] = std::move(details);
    }
    json::array places, subjects;
    for (const auto& participant : event.participants)
        (participant.role == "place" ? places : subjects)
            .push_back(related(one_line(participant.name), participant.role));
    subjects.push_back(related(one_line(event.type), "eventType"));
    if (!places.empty()) object["places"] = std::move(places);
    object["subjects"] = std::move(subjects);
    if (auto list = sources(story, event); !list.empty()) object["infoSources"] = std::move(list);
    return object;
}

}  // namespace

std::string write_ninjs(const story_export& story) {
    json::array events;
    for (const auto& event : story.events) events.push_back(event_object(story, event));
    json::object standard;
    standard["name"] = "ninjs";
    standard["version"] = "3.1";
    standard["schema"] = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";
    json::object whole;
    whole["standard"] = std::move(standard);
    whole["uri"] = story_name(story.id);
    whole["type"] = "composite";
    whole["representationType"] = "full";
    whole["profile"] = "throughline-timeline";
    whole["version"] = std::to_string(story.revision);
    whole["versionCreated"] = story.updated_at;
    whole["language"] = "en";
    whole["title"] = one_line(story.title);
    whole["headlines"] = json::array{valued("", one_line(story.title))};
    whole["descriptions"] = json::array{valued("summary", story_words(story))};
    whole["bodies"] = json::array{valued("timeline", write_markdown(story))};
    whole["bodies"].as_array()[0].as_object()["contentType"] = "text/markdown";
    whole["associations"] = std::move(events);
    return json_text(whole);
}

}  // namespace throughline::exports
