#include "extraction/ontology_reader.hpp"

#include "text/utf8.hpp"

#include <boost/json/stream_parser.hpp>

#include <algorithm>
#include <utility>

namespace throughline::extraction {
namespace {

constexpr std::pair<std::string_view, entity_kind> kind_names[] = {{"person", entity_kind::person},
                                                                   {"organization", entity_kind::organization},
                                                                   {"place", entity_kind::place},
                                                                   {"group", entity_kind::group},
                                                                   {"other", entity_kind::other}};

/// Halterman et al. 2023, "PLOVER and POLECAT".
constexpr std::string_view plover_roots[] = {"AGREE",   "CONSULT",  "SUPPORT",  "COOPERATE", "AID",
                                             "YIELD",   "REQUEST",  "ACCUSE",   "REJECT",    "THREATEN",
                                             "PROTEST", "SANCTION", "MOBILIZE", "COERCE",    "ASSAULT"};

template <class Table>
auto lookup(const Table& table, std::string_view name) {
    return std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.first == name; });
}

}  // namespace

void ontology_reader::fail(const std::string& what) const {
    throw ontology_error(std::string(file_name_) + ":" + std::to_string(line_of(json_, path_)) + ": " + what);
}

const boost::json::object& ontology_reader::as_object(const value& from) const {
    if (!from.is_object()) fail("expected an object");
    return from.get_object();
}

std::string ontology_reader::as_text(const value& from) const {
    if (!from.is_string()) fail("expected a string");
    return std::string(from.get_string());
}

std::vector<std::string> ontology_reader::as_texts(const value& from) {
    if (from.is_string()) return {as_text(from)};
    std::vector<std::string> texts;
    each(from, [&](const value& text) { texts.push_back(as_text(text)); });
    return texts;
}

ontology ontology_reader::read() {
    boost::json::stream_parser parser;
    boost::json::error_code failure;
    const std::size_t consumed = parser.write_some(json_.data(), json_.size(), failure);
    if (!failure) parser.finish(failure);
    if (!failure && json_.find_first_not_of(" \t\r\n", consumed) != json_.npos)
        failure = boost::json::make_error_code(boost::json::error::extra_data);
    if (failure)
        throw ontology_error(std::string(file_name_) + ":" + std::to_string(line_at(json_, consumed)) +
                             ": not JSON: " + failure.message());
    const value root = parser.release();

    // Classes and contexts are named by the types, wherever they stand in the file.
    for (const std::string_view required : {"version", "classes", "contexts", "light_verbs", "types", "derivations"})
        if (!as_object(root).contains(required)) fail("missing member \"" + std::string(required) + "\"");
    members(root, [&](const std::string& name, const value& part) {
        if (name == "version" && (!part.is_int64() || part.get_int64() != 1)) fail("only version 1 is known");
        if (name == "classes") read_classes(part);
        if (name == "contexts") read_contexts(part);
        if (name == "light_verbs")
            each(part, [&](const value& verb) { out_.light_verbs_.merge({{out_.words_.add(as_text(verb))}, 0}); });
    });
    members(root, [&](const std::string& name, const value& part) {
        if (name == "types") each(part, [&](const value& type) { read_type(type); });
        if (name == "derivations") each(part, [&](const value& pair) { read_derivation(pair); });
    });
    // Whatever a type tells goes before what lies outside all types.
    const std::size_t other = out_.find_type("other");
    const auto order = [&](const trigger_rule& rule) { return std::pair(rule.type == other, -rule.strictness); };
    for (auto& [lemma, rules] : out_.rules_) {
        std::stable_sort(rules.begin(), rules.end(),
                         [&](const auto& left, const auto& right) { return order(left) < order(right); });
        for (const trigger_rule& rule : rules)
            if (rule.word_class == trigger_class::verb && out_.types_[rule.type].speech)
                out_.speech_verbs_.merge({{lemma}, 0});
    }
    return std::move(out_);
}

void ontology_reader::read_classes(const value& from) {
    members(from, [&](const std::string& name, const value& part) {
        word_set words;
        members(part, [&](const std::string& member, const value& list) {
            if (member != "kinds" && member != "lemmas") fail("unknown member \"" + member + "\"");
            each(list, [&](const value& element) {
                const std::string word = as_text(element);
                if (member == "lemmas") {
                    words.merge({{out_.words_.add(word)}, 0});
                    return;
                }
                const auto kind = lookup(kind_names, word);
                if (kind == std::end(kind_names)) fail("unknown kind of entity \"" + word + "\"");
                words.kinds = static_cast<std::uint8_t>(words.kinds | 1U << static_cast<unsigned>(kind->second));
            });
        });
        out_.classes_.emplace(name, std::move(words));
    });
}

void ontology_reader::read_contexts(const value& from) {
    members(from, [&](const std::string& name, const value& list) {
        if (out_.contexts_.size() == 8) fail("at most eight contexts");
        context_bits_.emplace(name, static_cast<std::uint8_t>(1U << out_.contexts_.size()));
        word_set words;
        for (const std::string& word : as_texts(list)) words.merge({{out_.words_.add(word)}, 0});
        out_.contexts_.push_back(std::move(words));
    });
}

std::string ontology_reader::as_role(const value& from) const {
    std::string role = as_text(from);
    if (!parse_participant_role(role)) fail("a role is actor, recipient, place or other");
    return role;
}

std::string ontology_reader::as_plover(const value& from) const {
    std::string code = as_text(from);
    const std::string_view root = std::string_view(code).substr(0, code.find('/'));
    if (std::find(std::begin(plover_roots), std::end(plover_roots), root) == std::end(plover_roots))
        fail("unknown PLOVER root \"" + std::string(root) + "\"");
    return code;
}

relation ontology_reader::as_relation(const value& from) const {
    const std::optional<relation> kind = parse_relation(as_text(from));
    if (!kind) fail("unknown relation \"" + as_text(from) + "\"");
    return *kind;
}

void ontology_reader::read_type(const value& from) {
    event_type type;
    const auto index = static_cast<std::uint16_t>(out_.types_.size());
    members(from, [&](const std::string& name, const value& part) {
        const auto flag = [&] {
            if (!part.is_bool()) fail("expected true or false");
            return part.get_bool();
        };
        if (name == "name")
            type.name = as_text(part);
        else if (name == "definition")
            type.definition = as_text(part);
        else if (name == "example")
            type.example = as_text(part);
        else if (name == "plover")
            type.plover = as_plover(part);
        else if (name == "cameo")
            type.cameo = as_text(part);
        else if (name == "speech")
            type.speech = flag();
        else if (name == "symmetric")
            type.symmetric = flag();
        else if (name == "bare")
            type.bare = flag();
        else if (name == "of")
            type.of = as_role(part);
        else if (name == "possessive")
            type.possessive = as_role(part);
        else if (name == "undergoer")
            type.undergoer = as_role(part);
        else if (name == "content_links")
            each(part, [&](const value& link) { type.content_links.push_back(as_relation(link)); });
        else if (name == "content")
            type.content = as_texts(part);
        else if (name == "verbs")
            read_triggers(part, index, trigger_class::verb);
        else if (name == "nouns")
            read_triggers(part, index, trigger_class::noun);
        else if (name == "adjectives")
            read_triggers(part, index, trigger_class::adjective);
        else if (name != "avoid")
            fail("unknown member \"" + name + "\"");
    });
    if (type.name.empty()) fail("a type needs a name");
    if (type.definition.empty() || type.example.empty())
        fail("type \"" + type.name + "\" needs a definition and an example");
    if (out_.find_type(type.name) != out_.types_.size()) fail("type \"" + type.name + "\" is there twice");
    if (const auto avoid = from.get_object().find("avoid"); avoid != from.get_object().end()) {
        path_.emplace_back(std::string("avoid"));
        const std::uint8_t contexts = as_contexts(avoid->value());
        path_.pop_back();
        for (auto& [lemma, rules] : out_.rules_)
            for (trigger_rule& rule : rules)
                if (rule.type == index) rule.contexts = static_cast<std::uint8_t>(rule.contexts | contexts);
    }
    out_.types_.push_back(std::move(type));
}

void ontology_reader::read_derivation(const value& from) {
    const std::vector<std::string> pair = as_texts(from);
    if (pair.size() != 2) fail("a derivation is a pair of lemmas");
    out_.bases_.emplace(pair[1], pair[0]);
}

}  // namespace throughline::extraction
