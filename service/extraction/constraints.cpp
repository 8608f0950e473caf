#include "extraction/constraints.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr std::uint32_t widest_clause = 30;

}  // namespace

bool is_negated(const syntax& tree, std::uint32_t index) {
    for (const std::uint32_t c : tree.children(index)) {
        const std::string_view lemma = tree.lemma(c);
        const deprel relation = tree.at(c).relation;
        if (relation == deprel::advmod && (lemma == "not" || lemma == "never" || lemma == "n't" || lemma == "neither"))
            return true;
        if (relation == deprel::det && (lemma == "no" || lemma == "neither")) return true;
        if (relation == deprel::mark && lemma == "without") return true;
        if (relation == deprel::case_ && lemma == "without") return true;
    }
    return false;
}

surroundings::surroundings(const syntax& tree, const ontology& types, std::uint32_t index)
    : tree_(tree), token_(index) {
    const token& word = tree.at(index);
    if (word.head == none || !tree.is_noun(index)) return;
    const bool governed = word.relation == deprel::obj || word.relation == deprel::nsubj_pass;
    if (governed && tree.is_verb(word.head)) governor_ = word.head;
    // "the call made by", "sanctions imposed on": the verb follows as a participle.
    for (const std::uint32_t c : tree.children(index))
        if (governor_ == none && tree.at(c).relation == deprel::acl && tree.at(c).penn == xpos::vbn) governor_ = c;
    if (governor_ != none && types.is_light(tree.word(governor_))) light_ = governor_;
}

std::uint32_t surroundings::light_verb(std::span<const trigger_rule> rules, std::uint16_t type) const {
    if (light_ != none || governor_ == none) return light_;
    for (const trigger_rule& rule : rules)
        if (rule.type == type && rule.required[static_cast<std::size_t>(slot::light)].has(tree_.word(governor_)))
            return governor_;
    return none;
}

bool surroundings::satisfies(const trigger_rule& rule, std::uint8_t contexts) const {
    if ((rule.contexts & contexts) != 0) return false;
    if (rule.particle != 0 && particle(rule.particle) == none) return false;
    if (!has_traits(rule.traits)) return false;
    if (rule.complements != 0 || rule.refused_complements != 0) {
        const std::uint8_t found = complements();
        if (rule.complements != 0 && (rule.complements & found) == 0) return false;
        if ((rule.refused_complements & found) != 0) return false;
    }
    for (std::size_t place = 0; place < slot_count; ++place) {
        if (!rule.required[place].empty() && !stands(static_cast<slot>(place), rule.required[place], rule))
            return false;
        if (!rule.refused[place].empty() && stands(static_cast<slot>(place), rule.refused[place], rule)) return false;
    }
    return true;
}

std::uint32_t surroundings::particle(word_id word) const {
    for (const std::uint32_t c : tree_.children(token_)) {
        const deprel relation = tree_.at(c).relation;
        const bool loose = relation == deprel::compound_prt || relation == deprel::advmod || relation == deprel::obl;
        if (tree_.word(c) == word && (loose || c == token_ + 1)) return c;
        // "pull out of": the tree may hang the particle on the noun that follows.
        if (relation == deprel::obl || relation == deprel::obj)
            for (const std::uint32_t below : tree_.children(c))
                if (below == token_ + 1 && tree_.word(below) == word) return below;
    }
    return none;
}

bool surroundings::stands(slot place, const word_set& words, const trigger_rule& rule) const {
    const bool passive_rule = (rule.traits & static_cast<unsigned>(trait::passive)) != 0;
    switch (place) {
        case slot::subject:
            if (passive_rule) return any_matches(tree_.logical_object(token_), words);
            if (tree_.at(token_).pos != upos::verb && tree_.child(token_, deprel::nsubj) != none)
                return any_matches(tree_.child(token_, deprel::nsubj), words);
            return any_matches(tree_.logical_subject(token_), words);
        case slot::object: return any_matches(tree_.logical_object(token_), words);
        case slot::with: return follows_preposition(words, nullptr);
        case slot::with_object: return follows_preposition(rule.required[static_cast<std::size_t>(slot::with)], &words);
        case slot::with_word: return clause_holds(words);
        case slot::modifier: return modified_by(words);
        case slot::possessor: return any_matches(tree_.child(token_, deprel::nmod_poss), words);
        case slot::predicate_word: return predicated_by(words);
        case slot::light: return governor_ != none && words.has(tree_.word(governor_));
    }
    return false;
}

bool surroundings::matches(std::uint32_t nominal, const word_set& words) const {
    if (words.has(tree_.word(nominal))) return true;
    if (tree_.at(nominal).pos == upos::propn && names_kind(nominal, words)) return true;
    if (words.kinds == 0) return false;
    const std::uint32_t mention = tree_.named_by(nominal);
    if (mention == none) return false;
    const document& doc = tree_.doc();
    const bool own = tree_.mention_at(nominal) == mention || tree_.at(nominal).pos == upos::propn;
    return own && words.has(doc.entities[doc.entity_mentions[mention].entity].kind);
}

/// "the newspaper Gazeta": a noun before a name says what it is.
bool surroundings::names_kind(std::uint32_t name, const word_set& words) const {
    for (const std::uint32_t c : tree_.children(name))
        if (c < name && tree_.is_noun(c) && words.has(tree_.word(c))) return true;
    return false;
}

bool surroundings::any_matches(std::uint32_t nominal, const word_set& words) const {
    if (nominal == none) return false;
    const auto all = tree_.coordinated(nominal);
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t one) { return matches(one, words); });
}

bool surroundings::has_traits(std::uint16_t traits) const {
    for (unsigned bit = 1; bit <= traits; bit <<= 1U)
        if ((traits & bit) != 0 && !has_trait(static_cast<trait>(bit))) return false;
    return true;
}

bool surroundings::has_trait(trait which) const {
    const token& word = tree_.at(token_);
    switch (which) {
        case trait::none: return true;
        case trait::passive: return tree_.is_passive(token_);
        case trait::plural: return word.penn == xpos::nns || word.penn == xpos::nnps;
        case trait::definite: return is_definite(tree_, token_);
        case trait::dated: return is_dated();
        case trait::anchored: return is_anchored();
        case trait::definite_or_dated: return is_definite(tree_, token_) || is_dated();
        case trait::predicative:
            return tree_.child(token_, deprel::nsubj) != none ||
                   (word.relation == deprel::xcomp && tree_.logical_subject(token_) != none);
        case trait::negated: return is_negated(tree_, token_);
        case trait::unclaused:
            return tree_.child(token_, deprel::ccomp) == none && tree_.child(token_, deprel::xcomp) == none;
        case trait::joint: {
            const std::uint32_t subject = tree_.logical_subject(token_);
            return subject != none && (tree_.coordinated(subject).size() > 1 || tree_.at(subject).penn == xpos::nns);
        }
        case trait::reported: return universal(word.relation) == deprel::ccomp;
    }
    return false;
}

std::uint8_t surroundings::complements() const {
    unsigned found = 0;
    const auto add = [&](complement kind) { found |= static_cast<unsigned>(kind); };
    for (const std::uint32_t c : tree_.children(token_)) {
        const token& word = tree_.at(c);
        const std::uint32_t mark = tree_.child(c, deprel::mark);
        const bool to = mark != none && tree_.at(mark).penn == xpos::to;
        switch (universal(word.relation)) {
            case deprel::ccomp: add(to ? complement::to : complement::that); break;
            case deprel::xcomp:
                if (to)
                    add(complement::to);
                else if (word.pos == upos::verb)
                    add(complement::bare);
                else
                    add(complement::predicate);
                break;
            case deprel::advcl:
            case deprel::acl:
                if (to) add(complement::to);
                break;
            default: break;
        }
        const std::uint32_t preposition = tree_.preposition(c);
        if ((preposition != none && tree_.lemma(preposition) == "as") || (mark != none && tree_.lemma(mark) == "as"))
            add(complement::as);
    }
    if (const std::uint32_t said = tree_.quote_by_cue(token_); said != none && tree_.doc().quotes[said].direct)
        add(complement::quote);
    return static_cast<std::uint8_t>(found);
}

bool surroundings::follows_preposition(const word_set& prepositions, const word_set* objects) const {
    const auto holds = [&](std::uint32_t governor) {
        const auto phrases = tree_.phrases(governor);
        return std::any_of(phrases.begin(), phrases.end(), [&](const prepositional_phrase& phrase) {
            return (prepositions.empty() || prepositions.has(tree_.word(phrase.preposition))) &&
                   (objects == nullptr || any_matches(phrase.nominal, *objects));
        });
    };
    return holds(token_) || (light_ != none && holds(light_));
}

bool surroundings::modified_by(const word_set& words) const {
    for (const std::uint32_t c : tree_.children(token_)) {
        const deprel relation = universal(tree_.at(c).relation);
        const bool modifies = relation == deprel::amod || relation == deprel::compound || relation == deprel::nmod ||
                              relation == deprel::nummod;
        if (!modifies || c > token_) continue;
        if (matches(c, words)) return true;
        for (const std::uint32_t below : tree_.children(c))
            if (words.has(tree_.word(below))) return true;
    }
    return token_ > 0 && words.has(tree_.word(token_ - 1));
}

bool surroundings::predicated_by(const word_set& words) const {
    // "fell ill": right behind the verb, wherever the tree hangs it.
    const std::uint32_t next = token_ + 1;
    if (next < tree_.doc().tokens.size() && tree_.at(next).pos == upos::adj && words.has(tree_.word(next))) return true;
    for (const std::uint32_t c : tree_.children(token_)) {
        const deprel relation = universal(tree_.at(c).relation);
        if (relation == deprel::nsubj || relation == deprel::advcl || relation == deprel::parataxis) continue;
        if (words.has(tree_.word(c))) return true;
        if (relation != deprel::xcomp && relation != deprel::ccomp) continue;
        for (const std::uint32_t below : tree_.children(c))
            if (words.has(tree_.word(below))) return true;
    }
    return false;
}

bool surroundings::clause_holds(const word_set& words) const {
    const token_range range = tree_.subtree(token_);
    const std::uint32_t first = std::max(range.first, token_ - std::min(token_, widest_clause));
    const std::uint32_t last = std::min(range.last, token_ + widest_clause);
    for (std::uint32_t t = first; t < last; ++t)
        if (t != token_ && words.has(tree_.word(t))) return true;
    return false;
}

bool surroundings::is_dated() const {
    for (const std::uint32_t c : tree_.children(token_))
        if (tree_.timex_at(c) != none) return true;
    return false;
}

bool surroundings::is_anchored() const {
    if (light_ != none) return true;
    for (const std::uint32_t c : tree_.children(token_)) {
        const deprel relation = tree_.at(c).relation;
        if (relation == deprel::nmod_poss || tree_.timex_at(c) != none) return true;
        const bool participant =
            universal(relation) == deprel::nmod || relation == deprel::compound || relation == deprel::amod;
        if (participant && tree_.mention_at(c) != none) return true;
    }
    return false;
}

}  // namespace throughline::extraction
