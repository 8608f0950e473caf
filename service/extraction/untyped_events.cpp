#include "extraction/untyped_events.hpp"

#include "extraction/tables.hpp"

#include <string_view>

namespace throughline::extraction {
namespace {

bool is_unreportable(std::string_view lemma) {
    static const auto verbs = read_words("service/extraction/data/unreportable_verbs.tsv");
    return verbs.contains(lemma);
}

bool has_own_date(const syntax& tree, std::uint32_t verb) {
    for (const std::uint32_t c : tree.children(verb)) {
        if (tree.timex_at(c) == none) continue;
        const timex& time = tree.doc().timexes[tree.timex_at(c)];
        const bool narrow = time.unit >= granularity::month;
        if ((time.type == timex_type::date || time.type == timex_type::time) && time.first && time.last && narrow)
            return true;
    }
    return false;
}

bool is_named(const syntax& tree, std::uint32_t nominal) {
    if (nominal == none || tree.mention_at(nominal) == none) return false;
    const document& doc = tree.doc();
    return doc.entities[doc.entity_mentions[tree.mention_at(nominal)].entity].kind != entity_kind::other;
}

}  // namespace

bool tells_untyped_event(const syntax& tree, std::uint32_t verb) {
    const token& word = tree.at(verb);
    if (word.pos != upos::verb || (word.penn != xpos::vbd && word.penn != xpos::vbn)) return false;
    if (word.relation == deprel::amod || is_unreportable(word.lemma)) return false;
    const std::uint32_t who = tree.is_passive(verb) ? tree.logical_object(verb) : tree.logical_subject(verb);
    return is_named(tree, who) && has_own_date(tree, verb);
}

}  // namespace throughline::extraction
