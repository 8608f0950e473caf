#include "exports/addresses.hpp"
#include "exports/date_words.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <boost/json.hpp>

namespace throughline::exports {
namespace {

namespace json = boost::json;

/// schema.org, and beside it the terms for what it cannot say: EDTF dates and whether the event is asserted at all.
json::value context() {
    return json::parse(R"(["https://schema.org", {
        "dcterms": "http://purl.org/dc/terms/",
        "edtf": {"@id": "dcterms:temporal", "@type": "http://id.loc.gov/datatypes/edtf"},
        "throughline": "urn:throughline:terms:",
        "status": "throughline:status", "basis": "throughline:basis", "reports": "throughline:reports",
        "responds_to": {"@id": "throughline:responds_to", "@type": "@id"},
        "denies": {"@id": "throughline:denies", "@type": "@id"},
        "causes": {"@id": "throughline:causes", "@type": "@id"},
        "contradicts": {"@id": "throughline:contradicts", "@type": "@id"},
        "concerns": {"@id": "throughline:about", "@type": "@id"}}])");
}

json::object named(std::string_view type, const export_participant& participant) {
    json::object object;
    object["@type"] = type;
    object["name"] = one_line(participant.name);
    json::array aliases;
    for (const auto& alias : participant.aliases) aliases.push_back(json::value(one_line(alias)));
    if (!aliases.empty()) object["alternateName"] = std::move(aliases);
    return object;
}

void add_participants(json::object& object, const export_event& event) {
    json::array places, others;
    for (const auto& participant : event.participants) {
        const bool place = participant.role == "place";
        (place ? places : others).push_back(named(place ? "Place" : "Thing", participant));
    }
    if (!places.empty()) object["location"] = std::move(places);
    if (!others.empty()) object["about"] = std::move(others);
}

void add_links(json::object& object, const export_event& event) {
    for (const auto& link : event.links) {
        const std::string_view property = link.relation == "subevent_of" ? "superEvent"
                                          : link.relation == "about"     ? "concerns"
                                                                         : std::string_view(link.relation);
        auto& targets = object[property];
        if (!targets.is_array()) targets = json::array();
        json::object target;
        target["@id"] = event_name(link.event_id);
        targets.as_array().push_back(std::move(target));
    }
}

json::object reference(std::string address) {
    json::object object;
    object["@id"] = std::move(address);
    return object;
}

json::object event_object(const story_export& story, const export_event& event) {
    json::object object;
    object["@type"] = "Event";
    object["@id"] = event_name(event.id);
    object["name"] = one_line(event.title);
    object["description"] = summary_words(event);
    object["url"] = event_address(story, event);
    object["keywords"] = one_line(event.type);
    if (const auto date = iso_date(event.time); !date.empty()) object["startDate"] = date;
    if (!event.time.edtf.empty()) object["edtf"] = event.time.edtf;
    if (event.status == "occurred" || event.status == "planned")
        object["eventStatus"] = "https://schema.org/EventScheduled";
    object["status"] = event.status;
    object["basis"] = event.time.basis;
    object["reports"] = event.origin_count;
    add_participants(object, event);
    add_links(object, event);
    json::array sources;
    for (const auto& telling : telling_articles(event))
        sources.push_back(reference(article_address(story, story.articles[telling.article])));
    object["subjectOf"] = std::move(sources);
    return object;
}

json::object article_object(const story_export& story, const export_article& article) {
    json::object object;
    object["@type"] = "NewsArticle";
    object["@id"] = article_address(story, article);
    object["headline"] = one_line(article.headline);
    if (is_web_address(article.url)) object["url"] = safe_address(article.url);
    object["archivedAt"] = stored_article(story, article);
    object["datePublished"] = article.published_at;
    if (!article.publisher.empty()) {
        json::object publisher;
        publisher["@type"] = "NewsMediaOrganization";
        publisher["name"] = one_line(article.publisher);
        object["publisher"] = std::move(publisher);
    }
    return object;
}

/// The first to the last day of all dated events, as schema.org wants it: "2018-03-14/2018-04-02", an open side "..".
std::string coverage(const story_export& story) {
    bool any = false, open_begin = false, open_end = false;
    day first = day::max(), last = day::min();
    for (const auto& event : story.events) {
        if (!event.time.first && !event.time.last) continue;
        any = true;
        open_begin = open_begin || !event.time.first;
        open_end = open_end || !event.time.last;
        if (event.time.first) first = std::min(first, *event.time.first);
        if (event.time.last) last = std::max(last, *event.time.last);
    }
    if (!any) return "";
    return (open_begin ? ".." : to_string(first)) + '/' + (open_end ? ".." : to_string(last));
}

}  // namespace

std::string write_jsonld(const story_export& story) {
    json::array entries, articles;
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        json::object entry;
        entry["@type"] = "ListItem";
        entry["position"] = i + 1;
        entry["item"] = event_object(story, story.events[i]);
        entries.push_back(std::move(entry));
    }
    for (const auto& article : story.articles) articles.push_back(article_object(story, article));
    json::object whole;
    whole["@context"] = context();
    whole["@type"] = json::array{"Collection", "ItemList"};
    whole["@id"] = story_name(story.id);
    whole["name"] = one_line(story.title);
    whole["description"] = story_words(story);
    whole["url"] = story_address(story);
    whole["version"] = std::to_string(story.revision);
    whole["dateModified"] = story.updated_at;
    if (const auto days = coverage(story); !days.empty()) whole["temporalCoverage"] = days;
    whole["numberOfItems"] = story.events.size();
    whole["itemListElement"] = std::move(entries);
    whole["hasPart"] = std::move(articles);
    return json_text(whole);
}

}  // namespace throughline::exports
