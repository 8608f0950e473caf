#include "extraction/passing.hpp"

#include "extraction/tables.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

bool says_existence(std::string_view lemma) {
    static const auto verbs = read_words("service/extraction/data/existence_verbs.tsv");
    return verbs.contains(lemma);
}

bool has_own_date(const syntax& tree, std::uint32_t index) {
    const auto below = tree.children(index);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return tree.timex_at(c) != none; });
}

/// "The talks began": the verb says that there was one.
bool is_said_to_be(const syntax& tree, std::uint32_t noun) {
    const token& word = tree.at(noun);
    if (word.head == none) return true;  // a headline without a verb
    const deprel relation = universal(word.relation);
    if (relation != deprel::nsubj && relation != deprel::obj) return false;
    // "the inquiry concluded that …": the noun does something.
    if (relation == deprel::nsubj &&
        (tree.child(word.head, deprel::obj) != none || tree.child(word.head, deprel::ccomp) != none))
        return false;
    return tree.is_verb(word.head) && says_existence(tree.lemma(word.head));
}

/// "the departure of Ann Lee", "a call between the two": a phrase of the noun's own names whom it befell.
bool says_whom(const syntax& tree, std::uint32_t noun) {
    const auto phrases = tree.phrases(noun);
    return std::any_of(phrases.begin(), phrases.end(), [&](const prepositional_phrase& phrase) {
        return phrase.nominal > noun && tree.mention_at(phrase.nominal) != none;
    });
}

/// "the difference between asking and telling", "a campaign on closing the mine": the deed as such, which nobody is
/// said to do.
bool is_named_as_such(const syntax& tree, std::uint32_t verb) {
    static const auto prepositions = read_words("service/extraction/data/gerund_prepositions.tsv");
    if (tree.at(verb).penn != xpos::vbg) return false;
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        const deprel relation = tree.at(c).relation;
        return c < verb && (relation == deprel::mark || relation == deprel::case_) &&
               prepositions.contains(tree.lemma(c));
    });
}

/// "the man who robbed the bank", "when he arrived": the clause takes the deed for known and gives it no date.
bool is_presupposed(const syntax& tree, std::uint32_t verb) {
    static const auto openers = read_words("service/extraction/data/clause_openers.tsv");
    if (has_own_date(tree, verb)) return false;
    if (tree.at(verb).relation == deprel::acl_relcl) return true;
    if (universal(tree.at(verb).relation) != deprel::advcl) return false;
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return c < verb && (tree.at(c).relation == deprel::mark || tree.at(c).relation == deprel::advmod) &&
               openers.contains(tree.lemma(c));
    });
}

}  // namespace

bool is_told_in_passing(const syntax& tree, const trigger_match& match, event_status status) {
    if (match.in_passing) return true;
    if (match.word_class == trigger_class::verb)
        return (status == event_status::occurred && is_named_as_such(tree, match.token)) ||
               (!match.speech && is_presupposed(tree, match.token));
    if (match.word_class != trigger_class::noun || match.light != none) return false;
    if (has_own_date(tree, match.token) || is_said_to_be(tree, match.token)) return false;
    return match.speech || !says_whom(tree, match.token);
}

}  // namespace throughline::extraction
