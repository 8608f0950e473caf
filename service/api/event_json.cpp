#include "api/event_json.hpp"

#include "api/json_text.hpp"

#include <boost/json.hpp>

namespace throughline::api {
namespace {

namespace json = boost::json;

json::object to_json(span where) { return {{"start", where.begin}, {"end", where.end}}; }

/// The members that mentions have wherever they stand.
template <class Mention>
void add_place(json::object& object, const Mention& mention) {
    object["position"] = to_json(mention.position);
    object["trigger"] = to_json(mention.trigger);
    if (mention.time_position) {
        json::object expression = to_json(*mention.time_position);
        expression["text"] = mention.time_text;
        expression["value"] = mention.time_value;
        object["time_expression"] = std::move(expression);
    }
    add_text(object, "attributed_to", mention.attributed_to);
}

json::object to_json(const storage::source_mention& mention) {
    json::object object;
    object["quote"] = {{"exact", mention.exact}, {"prefix", mention.prefix}, {"suffix", mention.suffix}};
    add_place(object, mention);
    return object;
}

/// Why two articles share an origin (ingest/origin.hpp), in words.
std::string copy_reason(const storage::event_source& copy, const storage::event_source& first) {
    const auto other = first.publisher.empty() ? "the first source" : first.publisher;
    if (!copy.wire.empty() && copy.wire == first.wire)
        return "it credits " + copy.wire + ", as " + other + " does, and much of the text agrees";
    return "its text is a near copy of that in " + other + " or goes back to the same report";
}

json::object evidence(const std::string& article_id, span where) {
    return {{"article_id", article_id}, {"position", to_json(where)}};
}

}  // namespace

json::object to_json(const storage::article_mention& mention) {
    json::object object;
    object["event_id"] = mention.event_id;
    add_place(object, mention);
    return object;
}

json::object to_json(const storage::event_source& source, const storage::event_source& first) {
    json::object article;
    article["id"] = source.article_id;
    article["version"] = source.version;
    add_text(article, "url", source.url);
    article["headline"] = source.headline;
    add_text(article, "publisher", source.publisher);
    article["published_at"] = source.published_at;
    json::array mentions;
    for (const auto& mention : source.mentions) mentions.push_back(to_json(mention));
    json::object object;
    object["article"] = std::move(article);
    object["origin"] = source.origin;
    if (&source != &first) object["copy_reason"] = copy_reason(source, first);
    object["mentions"] = std::move(mentions);
    return object;
}

json::object to_json(const storage::event_merge& merge) {
    json::object object;
    object["merged"] = merge.merged;
    object["score"] = merge.score;
    object["reason"] = merge.reason;
    object["features"] = merge.features.empty() ? json::value(json::object()) : json::parse(merge.features);
    object["left"] = evidence(merge.left_article, merge.left);
    object["right"] = evidence(merge.right_article, merge.right);
    return object;
}

}  // namespace throughline::api
