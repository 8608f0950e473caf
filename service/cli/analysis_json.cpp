#include "cli/analysis.hpp"
#include "pipeline/code_points.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace throughline::cli {
namespace {

namespace json = boost::json;

json::object place(span where) { return {{"start", where.begin}, {"end", where.end}}; }

json::value date_or_null(const std::optional<day>& date) {
    return date ? json::value(to_string(*date)) : json::value(nullptr);
}

json::object time_of(const event_time& time) {
    return {{"start", date_or_null(time.first)},
            {"end", date_or_null(time.last)},
            {"edtf", time.edtf},
            {"granularity", name(time.unit)},
            {"basis", name(time.basis)}};
}

json::array participants_of(const record_mention& event) {
    json::array all;
    for (const record_participant& part : event.participants) {
        json::array aliases;
        for (const std::string& alias : part.aliases) aliases.emplace_back(alias);
        all.push_back(json::object{
            {"name", part.name}, {"aliases", std::move(aliases)}, {"key", part.key}, {"role", name(part.role)}});
    }
    return all;
}

json::object event_of(const record_mention& event) {
    json::array links;
    for (const mention_link& link : event.links)
        links.push_back(
            json::object{{"relation", name(link.kind)}, {"event", link.target}, {"words", place(link.words)}});
    json::object out{{"type", event.type},
                     {"title", event.title},
                     {"time", time_of(event.time)},
                     {"status", name(event.status)},
                     {"background", event.background},
                     {"participants", participants_of(event)},
                     {"trigger", place(event.trigger)},
                     {"lemma", event.lemma},
                     {"evidence", place(event.evidence)},
                     {"sentence", event.sentence},
                     {"said", event.said},
                     {"attributed_to", event.attributed_to},
                     {"links", std::move(links)}};
    if (event.time_expression)
        out["time_expression"] = json::object{{"text", event.time_expression->text},
                                              {"value", event.time_expression->value},
                                              {"start", event.time_expression->where.begin},
                                              {"end", event.time_expression->where.end}};
    return out;
}

json::array tokens_of(const document& doc, const pipeline::code_point_index& places) {
    json::array tokens;
    for (const token& word : doc.tokens) {
        json::object out = place(places(word.where));
        out["sentence"] = word.sentence;
        out["lemma"] = word.lemma;
        out["upos"] = name(word.pos);
        out["xpos"] = name(word.penn);
        out["deprel"] = name(word.relation);
        out["head"] = word.head == token::no_head ? json::value(nullptr) : json::value(word.head);
        tokens.push_back(std::move(out));
    }
    return tokens;
}

json::array times_of(const document& doc, const pipeline::code_point_index& places) {
    json::array times;
    for (const timex& time : doc.timexes) {
        json::object out = place(places(time.where));
        out["text"] = doc.words(time.where);
        out["value"] = time.value;
        out["edtf"] = time.edtf;
        times.push_back(std::move(out));
    }
    return times;
}

json::array entities_of(const document& doc, const pipeline::code_point_index& places) {
    json::array entities;
    for (const entity& who : doc.entities) {
        json::array aliases;
        for (const std::string& alias : who.aliases) aliases.emplace_back(alias);
        entities.push_back(json::object{
            {"name", who.name}, {"key", who.key}, {"aliases", std::move(aliases)}, {"mentions", json::array{}}});
    }
    for (const entity_mention& mention : doc.entity_mentions)
        entities[mention.entity].at("mentions").as_array().push_back(place(places(doc.extent(mention.tokens))));
    return entities;
}

json::array quotes_of(const document& doc, const pipeline::code_point_index& places) {
    json::array quotes;
    for (const quote& said : doc.quotes) {
        json::object out = place(places(said.content));
        out["direct"] = said.direct;
        out["speaker"] = said.speaker ? doc.entities[*said.speaker].name : said.speaker_text;
        quotes.push_back(std::move(out));
    }
    return quotes;
}

}  // namespace

std::string analysis_json(const document& doc, const article_record& record) {
    const pipeline::code_point_index places(doc.text);
    json::array events;
    for (const record_mention& event : record.mentions) events.push_back(event_of(event));
    json::array terms;
    for (const weighted_term& term : record.terms)
        terms.push_back(json::object{{"term", term.term}, {"weight", term.weight}});
    const json::object all{{"source", record.key},
                           {"headline", doc.headline},
                           {"publisher", doc.publisher},
                           {"published", to_string(doc.published)},
                           {"text", doc.text},
                           {"tokens", tokens_of(doc, places)},
                           {"times", times_of(doc, places)},
                           {"entities", entities_of(doc, places)},
                           {"quotes", quotes_of(doc, places)},
                           {"events", std::move(events)},
                           {"terms", std::move(terms)}};
    return json::serialize(all) + "\n";
}

}  // namespace throughline::cli
