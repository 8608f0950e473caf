#include "eval/story_gold.hpp"

#include "eval/files.hpp"

#include <boost/json.hpp>

namespace throughline::eval {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, const char* field) {
    const auto* value = object.if_contains(field);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<std::string> optional_text(const json::object& object, const char* field) {
    if (!object.at(field).is_string()) return std::nullopt;
    return std::string(object.at(field).as_string());
}

std::vector<std::string> texts(const json::value& list) {
    std::vector<std::string> all;
    for (const auto& each : list.as_array()) all.emplace_back(each.as_string());
    return all;
}

/// One required value and the alternatives that a further field may list.
std::vector<std::string> any_of(const json::object& object, const char* field, const char* further) {
    std::vector<std::string> all;
    if (const auto* more = object.if_contains(further)) all = texts(*more);
    all.insert(all.begin(), text_of(object, field));
    return all;
}

story_article read_article(const std::filesystem::path& path) {
    const auto body = json::parse(read_file(path)).as_object();
    return {path.stem().string(),
            text_of(body, "url"),
            text_of(body, "headline"),
            text_of(body, "publisher"),
            text_of(body, "published_at").substr(0, 10),
            text_of(body, "text")};
}

gold_event read_event(const json::object& object) {
    gold_event event;
    event.id = text_of(object, "id");
    event.types = texts(object.at("types"));
    event.earliest = optional_text(object, "earliest");
    event.latest = optional_text(object, "latest");
    event.participants = texts(object.at("participants"));
    const auto& evidence = object.at("evidence").as_object();
    for (const auto& article : texts(object.at("cited_by")))
        event.evidence[article] = text_of(evidence, article.c_str());
    event.core = object.at("core").as_bool();
    event.status = text_of(object, "status");
    return event;
}

}  // namespace

story_gold read_story(const std::filesystem::path& folder) {
    const auto gold = json::parse(read_file(folder / "gold.json")).as_object();
    story_gold story;
    for (const auto& name : texts(gold.at("articles")))
        story.articles.push_back(read_article(folder / "articles" / (name + ".json")));
    for (const auto& event : gold.at("events").as_array()) story.events.push_back(read_event(event.as_object()));
    for (const auto& pair : gold.at("never_merged").as_array())
        story.never_merged.emplace_back(pair.at(0).as_string(), pair.at(1).as_string());
    for (const auto& each : gold.at("links").as_array()) {
        const auto& link = each.as_object();
        story.links.push_back(
            {any_of(link, "from", "or_from"), any_of(link, "to", "or_to"), any_of(link, "relation", "or_relation")});
    }
    return story;
}

}  // namespace throughline::eval
