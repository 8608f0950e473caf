#include "extraction/triggers.hpp"

#include "extraction/constraints.hpp"
#include "extraction/untyped_events.hpp"

#include <algorithm>
#include <bit>
#include <optional>

namespace throughline::extraction {
namespace {

/// A word of a context speaks for a sentence when the document holds enough of its kind.
constexpr std::uint32_t telling_in_sentence = 1;
constexpr std::uint32_t telling_in_document = 5;
/// Share of context words from which a whole document is about it: one in so many.
constexpr std::uint32_t saturation = 60;

/// Widest stretch between a light verb and its noun that still reads as one trigger.
constexpr std::uint32_t widest_trigger = 6;

std::vector<std::uint8_t> contexts_by_sentence(const syntax& tree, const ontology& types) {
    const document& doc = tree.doc();
    std::array<std::uint32_t, 8> total{};
    std::vector<std::array<std::uint32_t, 8>> counts(doc.sentences.size());
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
        if (tree.word(t) == 0) continue;
        for (unsigned bits = types.contexts_of(tree.word(t)); bits != 0; bits &= bits - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
            ++total[bit];
            ++counts[doc.tokens[t].sentence][bit];
        }
    }
    std::vector<std::uint8_t> found(doc.sentences.size(), 0);
    for (std::size_t s = 0; s < found.size(); ++s)
        for (std::size_t bit = 0; bit < 8; ++bit) {
            const bool saturated = total[bit] * saturation > doc.tokens.size() && total[bit] >= telling_in_document;
            const bool here = counts[s][bit] >= telling_in_sentence && total[bit] >= telling_in_document;
            if (saturated || here) found[s] = static_cast<std::uint8_t>(found[s] | 1U << bit);
        }
    return found;
}

bool class_fits(const syntax& tree, std::uint32_t index, trigger_class wanted) {
    const token& word = tree.at(index);
    switch (wanted) {
        case trigger_class::verb:
            return word.pos == upos::verb && (word.relation != deprel::amod || word.penn == xpos::vbd);
        case trigger_class::noun: return word.pos == upos::noun || word.pos == upos::propn;
        case trigger_class::adjective:
            return word.pos == upos::adj ||
                   (word.pos == upos::verb && word.penn == xpos::vbn && tree.child(index, deprel::nsubj) != none);
    }
    return false;
}

/// A word inside a name tells of nothing: the "Election" of a commission.
bool is_inside_name(const syntax& tree, std::uint32_t index) {
    const std::uint32_t mention = tree.mention_at(index);
    if (mention == none) return false;
    const entity_mention& named = tree.doc().entity_mentions[mention];
    return named.named && named.tokens.contains(index) && tree.doc().entities[named.entity].kind != entity_kind::other;
}

token_range words_of(const syntax& tree, const trigger_match& match, std::uint32_t particle) {
    std::uint32_t first = match.token;
    std::uint32_t last = match.token;
    for (const std::uint32_t part : {match.light, match.object, particle}) {
        if (part == none || tree.at(part).sentence != tree.at(match.token).sentence) continue;
        if (std::max(last, part) - std::min(first, part) > widest_trigger) continue;
        first = std::min(first, part);
        last = std::max(last, part);
    }
    return {first, last + 1};
}

/// "drew fire", "imposed sanctions": the object that the rule names is part of the trigger.
std::uint32_t meaning_object(const syntax& tree, const trigger_rule& rule, std::uint32_t verb) {
    const word_set& objects = rule.required[static_cast<std::size_t>(slot::object)];
    const std::uint32_t object = tree.logical_object(verb);
    return object != none && objects.has(tree.word(object)) && tree.mention_at(object) == none ? object : none;
}

trigger_match untyped(const syntax& tree, std::uint32_t index, std::size_t type) {
    trigger_match match;
    match.token = index;
    match.words = {index, index + 1};
    match.type = static_cast<std::uint16_t>(type);
    match.word_class = tree.is_verb(index) ? trigger_class::verb : trigger_class::noun;
    return match;
}

/// What a word tells by the strictest of its rules that holds; nullopt when none does.
std::optional<trigger_match> by_rules(const syntax& tree, const ontology& types, std::uint32_t t,
                                      std::uint8_t contexts) {
    const auto rules = types.rules(tree.word(t));
    if (rules.empty()) return std::nullopt;
    const surroundings here(tree, types, t);
    const auto holds = [&](const trigger_rule& candidate) {
        return class_fits(tree, t, candidate.word_class) && here.satisfies(candidate, contexts);
    };
    const auto rule = std::find_if(rules.begin(), rules.end(), holds);
    if (rule == rules.end()) return std::nullopt;
    trigger_match match;
    match.token = t;
    match.type = rule->type;
    match.word_class = rule->word_class;
    match.speech = types.types()[rule->type].speech;
    // A type that PLOVER does not know may hold a word that it does.
    for (auto coded = rule; coded != rules.end() && match.plover.empty(); ++coded)
        if (coded == rule || holds(*coded))
            match.plover = coded->plover.empty() ? types.types()[coded->type].plover : coded->plover;
    match.wants_negation = (rule->traits & static_cast<unsigned>(trait::negated)) != 0;
    if (match.word_class == trigger_class::noun) match.light = here.light_verb(rules, rule->type);
    if (match.word_class == trigger_class::verb) match.object = meaning_object(tree, *rule, t);
    match.words = words_of(tree, match, rule->particle == 0 ? none : here.particle(rule->particle));
    return match;
}

}  // namespace

std::vector<trigger_match> find_triggers(const syntax& tree, const ontology& types) {
    const document& doc = tree.doc();
    const std::vector<std::uint8_t> contexts = contexts_by_sentence(tree, types);
    std::vector<trigger_match> matches;
    const std::size_t other = types.find_type("other");
    const bool open = other != types.types().size();
    std::vector<std::uint32_t> holder(doc.tokens.size(), none);  // verb whose trigger already holds a noun
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
        if (is_inside_name(tree, t)) continue;
        const auto rules = types.rules(tree.word(t));
        const bool known = !rules.empty() && rules.front().type != other;
        const auto match = by_rules(tree, types, t, contexts[doc.tokens[t].sentence]);
        const bool outside = match ? match->type == other : !known && open;
        if (outside && tells_untyped_event(tree, t)) matches.push_back(match.value_or(untyped(tree, t, other)));
        if (outside || !match) continue;
        if (match->object != none) holder[match->object] = static_cast<std::uint32_t>(matches.size());
        matches.push_back(*match);
    }
    // "issued a statement" is one event, "praised the call" two.
    const std::vector<trigger_match> all = matches;
    std::erase_if(matches, [&](const trigger_match& match) {
        if (match.word_class != trigger_class::noun || holder[match.token] == none) return false;
        const trigger_match& verb = all[holder[match.token]];
        return verb.type == match.type || types.is_light(tree.word(verb.token));
    });
    return matches;
}

std::vector<trigger_match> read_triggers(const syntax& tree, const ontology& types,
                                         std::span<const std::uint32_t> tokens) {
    const std::vector<std::uint8_t> contexts = contexts_by_sentence(tree, types);
    const std::size_t other = types.find_type("other");
    if (other == types.types().size()) throw ontology_error("the ontology has no type \"other\"");
    std::vector<trigger_match> matches;
    for (const std::uint32_t t : tokens)
        matches.push_back(by_rules(tree, types, t, contexts[tree.at(t).sentence]).value_or(untyped(tree, t, other)));
    return matches;
}

}  // namespace throughline::extraction
