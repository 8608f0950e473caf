#include "exports/addresses.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/json_parts.hpp"
#include "exports/writers.hpp"

#include <boost/json.hpp>

namespace throughline::exports {
namespace {

namespace json = boost::json;

json::object item(const story_export& story, const export_event& event) {
    json::array tags{one_line(event.type)};
    for (const auto& participant : event.participants) tags.push_back(json::value(one_line(participant.name)));
    json::object object;
    object["id"] = event_name(event.id);
    object["url"] = event_address(story, event);
    if (!event.mentions.empty())
        object["external_url"] = article_address(story, story.articles[event.mentions.front().article]);
    object["title"] = told_title(event);
    object["content_html"] = event_html(story, event);
    object["summary"] = summary_words(event);
    object["date_published"] = event.added_at;
    object["date_modified"] = event.changed_at;
    object["tags"] = std::move(tags);
    object["_throughline"] = event_facts(event);
    return object;
}

}  // namespace

std::string write_jsonfeed(const story_export& story) {
    json::array items;
    for (const auto index : last_changed_first(story)) items.push_back(item(story, story.events[index]));
    json::object feed;
    feed["version"] = "https://jsonfeed.org/version/1.1";
    feed["title"] = one_line(story.title);
    feed["home_page_url"] = story_address(story);
    feed["feed_url"] = story.self;
    feed["description"] = story_words(story);
    feed["items"] = std::move(items);
    return json_text(feed);
}

}  // namespace throughline::exports
