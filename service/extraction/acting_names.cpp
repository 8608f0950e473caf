#include "extraction/acting_names.hpp"

#include "extraction/tables.hpp"

#include <algorithm>
#include <string_view>

namespace throughline::extraction {
namespace {

/// Words between a place and the name of the person whom it describes.
constexpr std::uint32_t longest_description = 4;

/// "the Lee campaign", "the ministry's spokesman": the noun acts for the one who is named.
bool acts_for_owner(std::string_view noun) {
    static const auto nouns = read_words("service/extraction/data/acting_nouns.tsv");
    return nouns.contains(noun);
}

}  // namespace

std::uint32_t person_in_apposition(const syntax& tree, std::uint32_t nominal) {
    if (tree.mention_at(nominal) != none || tree.at(nominal).penn == xpos::nns) return none;
    const document& doc = tree.doc();
    for (const std::uint32_t one : tree.coordinated(nominal)) {
        if (tree.mention_at(one) != none) continue;
        for (const std::uint32_t c : tree.children(one)) {
            const std::uint32_t mention = tree.mention_at(c);
            const deprel relation = tree.at(c).relation;
            const bool same = relation == deprel::appos || relation == deprel::nmod_desc || relation == deprel::flat;
            if (same && mention != none &&
                doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::person)
                return doc.entity_mentions[mention].head;
        }
    }
    return none;
}

bool opens_description(const syntax& tree, std::uint32_t nominal) {
    const document& doc = tree.doc();
    const std::uint32_t own = tree.mention_at(nominal);
    if (own == none || doc.entities[doc.entity_mentions[own].entity].kind != entity_kind::place) return false;
    const auto below = tree.children(nominal);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return tree.at(c).relation == deprel::flat && c == doc.entity_mentions[own].tokens.last;
    });
}

std::uint32_t person_behind_office(const syntax& tree, std::uint32_t nominal) {
    const document& doc = tree.doc();
    const std::uint32_t own = tree.mention_at(nominal);
    if (own != none && doc.entities[doc.entity_mentions[own].entity].kind != entity_kind::place) return none;
    const std::uint32_t first = own == none ? nominal + 1 : doc.entity_mentions[own].tokens.last;
    const std::uint32_t end = std::min(tree.subtree(nominal).last, first + longest_description);
    for (std::uint32_t t = first; t < end; ++t) {
        const std::uint32_t mention = tree.mention_at(t);
        if (mention == none && !tree.is_noun(t)) return none;
        if (mention != none && doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::person)
            return doc.entity_mentions[mention].head;
    }
    return none;
}

bool merely_describes(const syntax& tree, std::uint32_t mention, std::uint32_t nominal) {
    if (mention == none || tree.mention_at(nominal) == mention) return false;
    const document& doc = tree.doc();
    const entity_mention& name = doc.entity_mentions[mention];
    const deprel relation = universal(tree.at(name.head).relation);
    if (relation != deprel::amod && relation != deprel::compound && relation != deprel::nmod) return false;
    if (tree.at(name.head).relation == deprel::nmod_desc || name.head > nominal) return false;
    const entity_kind kind = doc.entities[name.entity].kind;
    // "Carolina Senator Ann Lee": a place before a name that was not read as one.
    if (tree.at(nominal).pos == upos::propn) return kind == entity_kind::place;
    if (kind == entity_kind::group && relation == deprel::amod) return true;
    return !acts_for_owner(tree.lemma(nominal));
}

}  // namespace throughline::extraction
