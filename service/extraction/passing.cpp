#include "extraction/passing.hpp"

#include "extraction/factuality.hpp"
#include "extraction/tables.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr int longest_climb = 8;
/// Sentences of a report that tell its news first.
constexpr std::uint32_t lead_sentences = 3;

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
    // A headline without a verb; "she is under inquiry".
    if (word.head == none) return word.sentence == 0 || tree.child(noun, deprel::nsubj) != none;
    const deprel relation = universal(word.relation);
    if (relation != deprel::nsubj && relation != deprel::obj) return false;
    // "the inquiry concluded that …": the noun does something.
    if (relation == deprel::nsubj &&
        (tree.child(word.head, deprel::obj) != none || tree.child(word.head, deprel::ccomp) != none))
        return false;
    return tree.is_verb(word.head) && says_existence(tree.lemma(word.head));
}

/// "The Weekly is a column by Ann Lee": says what something is, at all times.
bool says_what_it_is(const syntax& tree, std::uint32_t noun) {
    const std::uint32_t determiner = tree.child(noun, deprel::det);
    return tree.child(noun, deprel::cop) != none && tense_of(tree, noun) == tense::present && determiner != none &&
           tree.lemma(determiner) == "a" && tree.preposition(noun) == none;
}

/// "the departure of Ann Lee": a phrase of the noun's own names the person whom it befell.
bool says_whom(const syntax& tree, std::uint32_t noun) {
    const document& doc = tree.doc();
    const auto phrases = tree.phrases(noun);
    if (tree.at(noun).penn == xpos::nns) return false;  // "endorsements of Ann Lee": whoever gave them
    return std::any_of(phrases.begin(), phrases.end(), [&](const prepositional_phrase& phrase) {
        const std::uint32_t mention = phrase.nominal > noun ? tree.mention_at(phrase.nominal) : none;
        return mention != none && tree.lemma(phrase.preposition) == "of" &&
               doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::person;
    });
}

/// "the difference between asking and telling", "a campaign on closing the mine": the deed as such, which nobody is
/// said to do.
bool is_named_as_such(const syntax& tree, std::uint32_t verb) {
    static const auto prepositions = read_words("service/extraction/data/gerund_prepositions.tsv");
    if (tree.at(verb).penn != xpos::vbg) return false;
    if (universal(tree.at(verb).relation) == deprel::csubj) return true;  // "closing the mine was a mistake"
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
    if (tree.at(verb).relation == deprel::acl && tree.at(verb).penn == xpos::vbg) return true;
    if (universal(tree.at(verb).relation) != deprel::advcl) return false;
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return c < verb && (tree.at(c).relation == deprel::mark || tree.at(c).relation == deprel::advmod) &&
               openers.contains(tree.lemma(c));
    });
}

/// "to win back the town", "a plan that closes it", "while she led it": the clause is part of another one, which tells
/// the news. What is said, known or begun is told by the clause that says so.
bool is_subordinate(const syntax& tree, std::uint32_t predicate) {
    for (int step = 0; step < longest_climb; ++step) {
        const deprel relation = universal(tree.at(predicate).relation);
        const std::uint32_t head = tree.at(predicate).head;
        if (head == none || relation == deprel::root) return false;
        const bool manner = relation == deprel::advcl && tree.at(predicate).penn == xpos::vbg;
        const bool same_news = relation == deprel::conj || relation == deprel::ccomp || relation == deprel::xcomp ||
                               relation == deprel::parataxis || manner;
        if (!same_news) return true;
        predicate = head;
    }
    return false;
}

/// "when she says that …", "though he had asked whether …": a clause of circumstance, which has a subject of its own.
bool is_circumstance(const syntax& tree, std::uint32_t predicate) {
    return universal(tree.at(predicate).relation) == deprel::advcl && tree.child(predicate, deprel::mark) != none &&
           tree.child(predicate, deprel::nsubj) != none && tree.lemma(tree.child(predicate, deprel::mark)) != "as";
}

/// "The earth maintains a balance": what holds at all times, told with the verb of a statement.
bool is_lasting(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    return mention.type == "statement" && match.word_class == trigger_class::verb &&
           tense_of(tree, match.token) == tense::present;
}

/// "She led the party", "she promised help", behind the lead and without a date or words of hers: the past tense goes
/// back to any time.
bool is_recalled(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    const bool dated = mention.time.basis == time_basis::expression || mention.time.basis == time_basis::linked ||
                       (mention.time.basis == time_basis::publication && mention.type != "statement");
    return !dated && mention.attributed_to.empty() && tree.at(match.token).sentence >= lead_sentences &&
           tense_of(tree, match.predicate()) == tense::past;
}

/// "the early-voting states": a verb that only describes a noun.
bool only_describes(const syntax& tree, std::uint32_t verb) {
    return tree.at(verb).relation == deprel::amod || tree.at(verb).relation == deprel::compound ||
           (verb > 0 && tree.at(verb).penn == xpos::vbg && tree.at(verb - 1).penn == xpos::hyph);
}

}  // namespace

bool is_merely_named(const syntax& tree, std::uint32_t noun) {
    return says_what_it_is(tree, noun) || (!is_said_to_be(tree, noun) && !says_whom(tree, noun));
}

bool is_told_in_passing(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    if (match.in_passing) return true;
    if (match.word_class == trigger_class::verb && only_describes(tree, match.token)) return true;
    const std::uint32_t predicate = match.predicate();
    const bool verbal = match.word_class == trigger_class::verb || match.light != none;
    const bool dated = mention.time.basis == time_basis::expression;
    const std::uint32_t told = tree.quote_by_cue(predicate);
    if (verbal && told == none && !dated &&
        (is_subordinate(tree, predicate) || is_recalled(tree, match, mention) || is_lasting(tree, match, mention)))
        return true;
    const bool reports = told != none && !tree.doc().quotes[told].direct;
    if (reports && !dated && (is_circumstance(tree, predicate) || is_presupposed(tree, predicate))) return true;
    if (match.word_class == trigger_class::verb)
        return (mention.status == event_status::occurred && is_named_as_such(tree, match.token)) ||
               (tree.quote_by_cue(match.token) == none && is_presupposed(tree, match.token));
    if (match.word_class != trigger_class::noun || match.light != none) return false;
    return !dated && is_merely_named(tree, match.token);
}

}  // namespace throughline::extraction
