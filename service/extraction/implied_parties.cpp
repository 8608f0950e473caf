#include "extraction/implied_parties.hpp"

#include "extraction/tables.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// How far back, in tokens, those whom "they" means are looked for.
constexpr std::uint32_t reach_of_pair = 60;
/// Words of an office before the name of its holder: "Ruritania's deputy foreign minister, Ann Lee".
constexpr std::uint32_t reach_of_office = 8;

entity_kind kind_of(const syntax& tree, std::uint32_t mention) {
    const document& doc = tree.doc();
    return doc.entities[doc.entity_mentions[mention].entity].kind;
}

bool is_body(const syntax& tree, std::uint32_t mention) {
    const entity_kind kind = kind_of(tree, mention);
    return kind == entity_kind::organization || kind == entity_kind::place;
}

}  // namespace

std::uint32_t speaking_body(const syntax& tree, std::uint32_t verb) {
    const std::uint32_t report = tree.at(verb).head;
    if (report == none || tree.at(verb).relation != deprel::ccomp) return none;
    const std::uint32_t speaker = tree.logical_subject(report);
    if (speaker == none || tree.mention_at(speaker) == none) return none;
    if (is_body(tree, tree.mention_at(speaker))) return speaker;
    // Of somebody who speaks for a state or body: the owner of the office that stands before the name.
    for (std::uint32_t t = speaker; t-- > 0 && speaker - t <= reach_of_office;) {
        if (tree.at(t).sentence != tree.at(speaker).sentence || tree.is_verb(t)) return none;
        const std::uint32_t mention = tree.mention_at(t);
        const bool owns = tree.at(t).relation == deprel::nmod_poss || tree.at(t).relation == deprel::amod;
        if (mention != none && owns && is_body(tree, mention)) return t;
    }
    return none;
}

bool means_pair(const syntax& tree, std::uint32_t subject) {
    if (tree.lemma(subject) == "they") return true;
    if (tree.at(subject).penn != xpos::nns) return false;
    static const auto nouns = read_words("service/extraction/data/pair_nouns.tsv");
    return nouns.contains(tree.lemma(subject));
}

std::vector<std::uint32_t> last_two_people(const syntax& tree, std::uint32_t before) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t t = before; t-- > 0 && before - t < reach_of_pair && found.size() < 2;) {
        const std::uint32_t mention = tree.mention_at(t);
        if (tree.at(t).sentence + 1 < tree.at(before).sentence) break;
        // "Three banks did this. They …": nearer than the two, several others act.
        if (mention == none && tree.at(t).penn == xpos::nns && universal(tree.at(t).relation) == deprel::nsubj) break;
        if (mention == none) continue;
        const std::uint32_t who = tree.doc().entity_mentions[mention].entity;
        const bool known = std::find(found.begin(), found.end(), who) != found.end();
        if (kind_of(tree, mention) == entity_kind::person && !known) found.push_back(who);
    }
    return found.size() < 2 ? std::vector<std::uint32_t>{} : found;
}

void add_faulted(const syntax& tree, std::uint32_t verb, event_mention& criticism) {
    const std::uint32_t clause = tree.child(verb, deprel::ccomp);
    if (clause == none) return;
    const std::uint32_t subject = tree.child(clause, deprel::nsubj);
    const std::uint32_t whose = subject != none ? subject : tree.child(clause, deprel::nsubj_pass);
    const std::uint32_t named = whose == none ? none : tree.named_by(whose);
    if (named == none) return;
    const std::uint32_t who = tree.doc().entity_mentions[named].entity;
    auto& parties = criticism.participants;
    const auto known = std::find_if(parties.begin(), parties.end(),
                                    [&](const mention_participant& part) { return part.entity == who; });
    if (known == parties.end())
        parties.push_back({who, participant_role::recipient});
    else if (known->role == participant_role::other)
        known->role = participant_role::recipient;
}

}  // namespace throughline::extraction
