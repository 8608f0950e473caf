// The part of ontology_reader that reads triggers and their restrictions.
#include "extraction/ontology_reader.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace throughline::extraction {
namespace {

constexpr std::pair<std::string_view, slot> slot_names[] = {
    {"subject", slot::subject},     {"object", slot::object},
    {"with", slot::with},           {"with_object", slot::with_object},
    {"with_word", slot::with_word}, {"modifier", slot::modifier},
    {"possessor", slot::possessor}, {"predicate_word", slot::predicate_word},
    {"light", slot::light}};

constexpr std::pair<std::string_view, trait> trait_names[] = {
    {"passive", trait::passive},         {"plural", trait::plural},
    {"definite", trait::definite},       {"dated", trait::dated},
    {"anchored", trait::anchored},       {"definite_or_dated", trait::definite_or_dated},
    {"predicative", trait::predicative}, {"negated", trait::negated},
    {"unclaused", trait::unclaused},     {"joint", trait::joint},
    {"reported", trait::reported}};

constexpr std::pair<std::string_view, complement> complement_names[] = {
    {"that", complement::that},           {"to", complement::to}, {"quote", complement::quote},
    {"predicate", complement::predicate}, {"as", complement::as}, {"bare", complement::bare}};

template <class Table>
auto lookup(const Table& table, std::string_view name) {
    return std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.first == name; });
}

constexpr std::string_view refusal_prefix = "without_";

}  // namespace

void ontology_reader::read_triggers(const value& from, std::uint16_t type, trigger_class word_class) {
    each(from, [&](const value& trigger) { read_trigger(trigger, type, word_class); });
}

void ontology_reader::read_trigger(const value& from, std::uint16_t type, trigger_class word_class) {
    trigger_rule rule;
    rule.type = type;
    rule.word_class = word_class;
    if (from.is_string()) {
        add_rule(as_text(from), rule);
        return;
    }
    if (!as_object(from).contains("lemma")) fail("a trigger needs a lemma");
    members(from, [&](const std::string& name, const value& part) {
        if (name == "plover")
            rule.plover = as_plover(part);
        else if (name != "lemma")
            read_restriction(name, part, rule);
    });
    for (const std::string& lemma : as_texts(from.at("lemma"))) add_rule(lemma, rule);
}

void ontology_reader::add_rule(std::string_view lemma, const trigger_rule& rule) {
    if (lemma.empty()) fail("an empty lemma");
    trigger_rule counted = rule;
    std::size_t restrictions =
        static_cast<std::size_t>(std::popcount(rule.traits)) + (rule.complements != 0) + (rule.particle != 0);
    for (const word_set& words : rule.required) restrictions += !words.empty();
    // A word before the noun says more than the noun's standing: a "congratulatory call" is no mere call.
    restrictions += !rule.required[static_cast<std::size_t>(slot::modifier)].empty();
    counted.strictness = static_cast<std::uint8_t>(std::min<std::size_t>(restrictions, 255));
    out_.rules_[out_.words_.add(lemma)].push_back(std::move(counted));
}

void ontology_reader::read_restriction(const std::string& name, const value& from, trigger_rule& rule) {
    // "without" refuses prepositions, "without_object" objects, and so on.
    const bool refused = name.starts_with(refusal_prefix) || name == "without";
    const std::string_view plain =
        name == "without" ? "with" : std::string_view(name).substr(refused ? refusal_prefix.size() : 0);
    if (plain == "complement") {
        for (const std::string& word : as_texts(from)) {
            const auto found = lookup(complement_names, word);
            if (found == std::end(complement_names)) fail("unknown complement \"" + word + "\"");
            std::uint8_t& bits = refused ? rule.refused_complements : rule.complements;
            bits = static_cast<std::uint8_t>(bits | static_cast<unsigned>(found->second));
        }
    } else if (const auto place = lookup(slot_names, plain); place != std::end(slot_names)) {
        auto& slots = refused ? rule.refused : rule.required;
        slots[static_cast<std::size_t>(place->second)] = as_set(from);
    } else if (name == "particle") {
        rule.particle = out_.words_.add(as_text(from));
    } else if (name == "avoid") {
        rule.contexts = as_contexts(from);
    } else if (name == "is") {
        for (const std::string& word : as_texts(from)) {
            const auto found = lookup(trait_names, word);
            if (found == std::end(trait_names)) fail("unknown trait \"" + word + "\"");
            rule.traits = static_cast<std::uint16_t>(rule.traits | static_cast<unsigned>(found->second));
        }
    } else {
        fail("unknown restriction \"" + name + "\"");
    }
}

word_set ontology_reader::as_set(const value& from) {
    word_set words;
    for (const std::string& word : as_texts(from)) {
        const auto found = out_.classes_.find(word);
        if (found != out_.classes_.end()) words.merge(found->second);
        words.merge({{out_.words_.add(word)}, 0});
    }
    return words;
}

std::uint8_t ontology_reader::as_contexts(const value& from) {
    std::uint8_t bits = 0;
    for (const std::string& word : as_texts(from)) {
        const auto found = context_bits_.find(word);
        if (found == context_bits_.end()) fail("unknown context \"" + word + "\"");
        bits = static_cast<std::uint8_t>(bits | found->second);
    }
    return bits;
}

}  // namespace throughline::extraction
