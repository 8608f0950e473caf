#include "exports/addresses.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <boost/json.hpp>

#include <set>

namespace throughline::exports {
namespace {

namespace json = boost::json;

json::array selectors(const export_mention& mention) {
    json::object quote;
    quote["type"] = "TextQuoteSelector";
    quote["exact"] = mention.exact;
    if (!mention.prefix.empty()) quote["prefix"] = mention.prefix;
    if (!mention.suffix.empty()) quote["suffix"] = mention.suffix;
    json::object position;
    position["type"] = "TextPositionSelector";
    position["start"] = mention.position.begin;
    position["end"] = mention.position.end;
    return json::array{std::move(quote), std::move(position)};
}

/// The passage: in the article where it was published, with the stored text, in which the positions count, as its
/// state.
json::object target(const story_export& story, const export_mention& mention) {
    const auto& article = story.articles[mention.article];
    json::object state;
    state["type"] = "TimeState";
    state["cached"] = stored_article(story, article);
    json::object object;
    object["type"] = "SpecificResource";
    object["source"] = article_address(story, article);
    object["state"] = std::move(state);
    object["selector"] = selectors(mention);
    return object;
}

json::array bodies(const story_export& story, const export_event& event, const export_mention& mention) {
    json::object identity;
    identity["type"] = "SpecificResource";
    identity["source"] = event_address(story, event);
    identity["purpose"] = "identifying";
    auto words = told_title(event) + " · " + summary_words(event);
    if (!mention.attributed_to.empty()) words += " · says " + one_line(mention.attributed_to);
    json::object description;
    description["type"] = "TextualBody";
    description["format"] = "text/plain";
    description["language"] = "en";
    description["purpose"] = "describing";
    description["value"] = std::move(words);
    return json::array{std::move(identity), std::move(description)};
}

std::string name_of(const story_export& story, const export_event& event, const export_mention& mention) {
    return "urn:throughline:evidence:" + event.id + ':' + story.articles[mention.article].id + ':' +
           std::to_string(mention.position.begin) + '-' + std::to_string(mention.position.end);
}

json::object annotation(const story_export& story, const export_event& event, const export_mention& mention) {
    json::object object;
    object["id"] = name_of(story, event, mention);
    object["type"] = "Annotation";
    object["motivation"] = "identifying";
    object["created"] = event.added_at;
    object["modified"] = event.changed_at;
    object["body"] = bodies(story, event, mention);
    object["target"] = target(story, mention);
    return object;
}

}  // namespace

std::string write_annotations(const story_export& story) {
    json::array items;
    std::set<std::string> seen;  // two mentions of an event in one passage are one annotation
    for (const auto& event : story.events)
        for (const auto& mention : event.mentions)
            if (seen.insert(name_of(story, event, mention)).second) items.push_back(annotation(story, event, mention));
    const auto total = items.size();
    json::object whole;
    whole["@context"] = "http://www.w3.org/ns/anno.jsonld";
    whole["id"] = story.self;
    whole["type"] = "AnnotationCollection";
    whole["label"] = one_line(story.title);
    whole["total"] = total;
    whole["modified"] = story.updated_at;
    if (total > 0) {
        json::object page;
        page["id"] = story.self + "#page";
        page["type"] = "AnnotationPage";
        page["startIndex"] = 0;
        page["items"] = std::move(items);
        whole["first"] = std::move(page);
        whole["last"] = story.self + "#page";
    }
    return json_text(whole);
}

}  // namespace throughline::exports
