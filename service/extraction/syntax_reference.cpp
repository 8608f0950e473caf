// The parts of syntax that tell whom or what a noun or pronoun stands for.
#include "extraction/syntax.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr int deepest_clause = 6;

bool is_relative_pronoun(const token& word) {
    return word.penn == xpos::wdt || word.penn == xpos::wp || (word.penn == xpos::in && word.pos == upos::pron);
}

}  // namespace

std::uint32_t syntax::antecedent(std::uint32_t nominal) const {
    if (nominal == none || !is_relative_pronoun(at(nominal))) return nominal;
    std::uint32_t clause = at(nominal).head;
    for (int step = 0; step < deepest_clause && clause != none; ++step, clause = at(clause).head)
        if (at(clause).relation == deprel::acl_relcl && at(clause).head != none && is_noun(at(clause).head))
            return at(clause).head;
    // Where the tree knows of no noun that the clause describes: the one right before "who", over a comma.
    for (std::uint32_t t = nominal; at(nominal).penn == xpos::wp && t-- > 0 && nominal - t <= 2;)
        if (is_noun(t) && at(t).sentence == at(nominal).sentence) return person_around(t);
    return nominal;
}

/// "the Queen of Ruritania, who": the head of the noun's phrase where that ends with a place.
std::uint32_t syntax::person_around(std::uint32_t noun) const {
    const std::uint32_t mention = mention_at(noun);
    if (mention == none) return noun;
    const entity_mention& named = doc_.entity_mentions[mention];
    const std::uint32_t above = at(named.head).head;
    const bool place = doc_.entities[named.entity].kind == entity_kind::place;
    return place && at(named.head).relation == deprel::nmod && above != none && is_noun(above) ? above : named.head;
}

/// Whether the token, which may be none or the end of the text, stands in a person's name.
bool syntax::is_person_name(std::uint32_t index) const {
    if (index >= doc_.tokens.size() || entity_mentions_[index] == none) return false;
    const entity_mention& name = doc_.entity_mentions[entity_mentions_[index]];
    return name.named && doc_.entities[name.entity].kind == entity_kind::person;
}

std::uint32_t syntax::named_by(std::uint32_t index) const {
    if (entity_mentions_[index] != none) return entity_mentions_[index];
    const auto search = [&](auto accepts) {
        for (const std::uint32_t c : children(index))
            if (entity_mentions_[c] != none && accepts(at(c).relation)) return entity_mentions_[c];
        return none;
    };
    const std::uint32_t same = search([](deprel relation) {
        return relation == deprel::appos || relation == deprel::nmod_desc || relation == deprel::flat;
    });
    if (same != none) return same;
    // "nurse Ann Lee": a name right behind the noun, which the tree may hang on the next verb.
    if (at(index).penn == xpos::nn && is_person_name(index + 1)) return entity_mentions_[index + 1];
    // "Ann Lee, the first person arrested": what describes her is done to her.
    if (const std::uint32_t whom = at(index).head; at(index).relation == deprel::appos && is_person_name(whom))
        return entity_mentions_[whom];
    // "Ann Lee was the first person arrested": a predicate noun means its subject.
    if (const std::uint32_t subject = child(index, deprel::nsubj);
        subject != none && child(index, deprel::cop) != none && entity_mentions_[subject] != none)
        return entity_mentions_[subject];
    return search([](deprel relation) {
        return relation == deprel::compound || relation == deprel::nmod_poss || relation == deprel::amod;
    });
}

bool is_definite(const syntax& tree, std::uint32_t noun) {
    const auto determined = [&](std::uint32_t index) {
        const auto below = tree.children(index);
        return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
            const std::string_view lemma = tree.lemma(c);
            return tree.at(c).relation == deprel::nmod_poss ||
                   (tree.at(c).relation == deprel::det && (lemma == "the" || lemma == "this" || lemma == "that"));
        });
    };
    if (determined(noun)) return true;
    // The tree may hang the determiner on a word of the noun's own compound.
    for (const std::uint32_t c : tree.children(noun))
        if (tree.at(c).relation == deprel::compound && c < noun && determined(c)) return true;
    return false;
}

bool is_bare_pronoun(const syntax& tree, std::uint32_t nominal) {
    return tree.at(nominal).pos == upos::pron && tree.mention_at(nominal) == none;
}

}  // namespace throughline::extraction
