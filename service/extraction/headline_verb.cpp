#include "extraction/headline_verb.hpp"

#include "extraction/factuality.hpp"
#include "extraction/inflection.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// "may", "could" before a verb; none.
std::uint32_t modal(const syntax& tree, std::uint32_t verb) {
    for (const std::uint32_t c : tree.children(verb))
        if (tree.at(c).penn == xpos::md && tree.lemma(c) != "will" && tree.lemma(c) != "would") return c;
    return none;
}

/// Whether "will" or "would" stands before the verb.
bool is_announced(const syntax& tree, std::uint32_t verb) {
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return tree.at(c).penn == xpos::md; });
}

bool has_negation(const syntax& tree, std::uint32_t verb) {
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return c < verb && (tree.lemma(c) == "not" || tree.lemma(c) == "never" || tree.lemma(c) == "n't");
    });
}

/// The number that the verb's own form gives, else the subject's.
bool is_plural(const syntax& tree, std::uint32_t verb, bool otherwise) {
    std::uint32_t finite = verb;
    for (const std::uint32_t c : tree.children(verb))
        if (universal(tree.at(c).relation) == deprel::aux && c < verb) finite = std::min(finite, c);
    const token& word = tree.at(finite);
    const std::uint32_t near = tree.child(verb, deprel::nsubj);
    if (near == none || near > finite || tree.lemma(near) == "I") return otherwise;
    if (word.penn == xpos::vbz || tree.doc().word(finite) == "was") return false;
    if (word.penn == xpos::vbp || tree.doc().word(finite) == "were") return true;
    return otherwise;
}

}  // namespace

std::string headline_verb(const syntax& tree, const trigger_match& match, event_status status, std::uint32_t verb,
                          bool plural, bool own_subject) {
    const token& word = tree.at(verb);
    const std::string own(tree.doc().word(verb));
    const std::string lemma(tree.lemma(verb));
    const std::uint32_t may = modal(tree, verb);
    // "the first person diagnosed": a participle right behind its noun, also where it looks like a past tense.
    const bool reduced =
        word.relation == deprel::acl && word.penn == xpos::vbd && tree.child(verb, deprel::obj) == none;
    const bool passive = reduced || tree.is_passive(verb);
    const bool infinitive = word.penn == xpos::vb && may == none && !is_announced(tree, verb);
    const bool ahead = status == event_status::planned || (tense_of(tree, verb) == tense::future && !infinitive);
    if (own_subject && match.token == verb) plural = is_plural(tree, verb, plural);
    const bool negated = match.wants_negation || has_negation(tree, verb);
    const std::string base = passive ? "be " + own : lemma;
    if (may != none) return std::string(tree.lemma(may)) + (negated ? " not " : " ") + base;
    std::string form;
    if (ahead)
        form = "to " + base;
    else if (passive)
        form = own;
    else if (!tree.is_verb(verb))
        return (plural ? "are " : "is ") + std::string(negated ? "not " : "") + own;
    else if (negated)
        return (plural ? "do not " : "does not ") + lemma;
    else
        form = present_tense(lemma, plural);
    if (status == event_status::alleged) form = "allegedly " + form;
    return (negated ? "not " : "") + form;
}

}  // namespace throughline::extraction
