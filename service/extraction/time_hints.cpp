#include "extraction/time_hints.hpp"

#include "extraction/factuality.hpp"
#include "extraction/speech_settings.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace throughline::extraction {
namespace {

using std::chrono::days;

constexpr int longest_climb = 6;
/// Words between a predicate and the farthest expression of its clause.
constexpr std::uint32_t widest_reach = 60;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// "a few weeks ago", "the day before the vote", "in 2012", "seven weeks after": no day on which the article is news.
bool is_another_day(const syntax& tree, const timex& expression) {
    const document& doc = tree.doc();
    const std::uint32_t behind = expression.tokens.last;
    if (expression.type == timex_type::duration)
        return behind < doc.tokens.size() && is_one_of(tree.lemma(behind), {"after", "before", "later", "earlier"});
    if (expression.type == timex_type::set) return false;
    if (expression.last) return *expression.last + days(1) < doc.published;
    return !expression.first && expression.value != "PRESENT_REF" && expression.value != "FUTURE_REF";
}

/// The word of an expression that hangs on another one; none.
std::uint32_t head_of(const syntax& tree, const timex& expression) {
    for (std::uint32_t t = expression.tokens.first; t < expression.tokens.last; ++t)
        if (const std::uint32_t head = tree.at(t).head; head == none || !expression.tokens.contains(head)) return t;
    return none;
}

/// "said after the proposal a few weeks ago", "wrote in a letter last year": what the phrase dates is where or after
/// what it was said.
bool frames(const syntax& tree, std::uint32_t nominal) {
    const std::uint32_t preposition = tree.preposition(nominal);
    if (preposition == none) return false;
    return is_one_of(tree.lemma(preposition), {"after", "before", "during", "since", "following", "at"}) ||
           (setting_of(tree, nominal) != setting::none && is_one_of(tree.lemma(preposition), {"in", "on", "by"}));
}

/// Whether the expression stands in the predicate's clause as an adjunct of its own.
bool is_adjunct(const syntax& tree, std::uint32_t head, std::uint32_t predicate) {
    for (int step = 0; step < longest_climb && head != none; ++step) {
        const token& word = tree.at(head);
        const deprel relation = universal(word.relation);
        const bool infinitive = word.relation == deprel::obl && word.head != none &&
                                tree.at(word.head).penn == xpos::vb && tree.at(word.head).relation == deprel::xcomp &&
                                tree.at(word.head).head == predicate;
        if (word.head == predicate || (step == 0 && infinitive))
            return (step == 0 || frames(tree, head)) && (relation == deprel::obl || relation == deprel::advmod);
        if (word.head == none || tree.is_verb(word.head)) return false;
        head = word.head;
    }
    return false;
}

bool has_adjunct_of_another_day(const syntax& tree, std::uint32_t predicate) {
    const document& doc = tree.doc();
    const std::uint32_t told = tree.quote_by_cue(predicate);
    const auto begins_before = [](const timex& one, std::uint32_t at) { return one.tokens.first < at; };
    auto each = std::lower_bound(doc.timexes.begin(), doc.timexes.end(), predicate - std::min(predicate, widest_reach),
                                 begins_before);
    for (; each != doc.timexes.end() && each->tokens.first < predicate + widest_reach; ++each) {
        if (tree.at(each->tokens.first).sentence != tree.at(predicate).sentence) continue;
        if (told != none && doc.quotes[told].content.contains(each->where)) continue;
        if (is_another_day(tree, *each) && is_adjunct(tree, head_of(tree, *each), predicate)) return true;
    }
    return false;
}

/// "in that speech", "at the same dinner": one that the text has told of before.
bool is_known_one(const syntax& tree, std::uint32_t noun) {
    const auto below = tree.children(noun);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return c < noun && (tree.lemma(c) == "same" || (tree.at(c).relation == deprel::det && tree.lemma(c) == "that"));
    });
}

/// "said at the time", "told the court in a deposition", "said in that speech".
bool points_back(const syntax& tree, std::uint32_t adjunct) {
    const std::uint32_t preposition = tree.preposition(adjunct);
    if (preposition == none) return false;
    const std::string_view word = tree.lemma(preposition);
    if (const setting kind = setting_of(tree, adjunct); kind != setting::none)
        return is_one_of(word, {"in", "at", "during"}) && (kind == setting::record || is_known_one(tree, adjunct));
    return tree.lemma(adjunct) == "time" && word == "at" && is_definite(tree, adjunct);
}

/// "a letter in which she told him", "in May, when she told him": the clause says more of what lies elsewhere.
bool goes_with_other(const syntax& tree, std::uint32_t opener, std::uint32_t predicate) {
    if (opener > predicate) return false;
    if (tree.lemma(opener) == "when") return tree.child(predicate, deprel::nsubj) != none;
    return tree.lemma(opener) == "which" && universal(tree.at(opener).relation) == deprel::obl;
}

/// "has resisted it, saying …", "wrote then that it was, arguing …": the clause whose time a participle shares; none.
std::uint32_t clause_above(const syntax& tree, std::uint32_t predicate) {
    const token& word = tree.at(predicate);
    if (word.penn != xpos::vbg || word.head == none || !tree.is_verb(word.head)) return none;
    const deprel relation = universal(word.relation);
    const bool shares = relation == deprel::advcl || relation == deprel::xcomp || relation == deprel::conj;
    return shares ? word.head : none;
}

bool has_other_time(const syntax& tree, std::uint32_t predicate) {
    for (const std::uint32_t c : tree.children(predicate)) {
        const deprel relation = universal(tree.at(c).relation);
        if (relation == deprel::advmod && c > predicate && tree.lemma(c) == "then") return true;  // "said then"
        if (relation == deprel::obl && points_back(tree, c)) return true;
        if (goes_with_other(tree, c, predicate)) return true;
    }
    return has_adjunct_of_another_day(tree, predicate);
}

}  // namespace

bool tells_another_day(const syntax& tree, std::uint32_t predicate) {
    if (is_put_elsewhere(tree, predicate)) return true;
    if (const std::uint32_t above = clause_above(tree, predicate); above != none) {
        const tense told = tense_of(tree, above);
        if (told == tense::perfect || told == tense::pluperfect || has_other_time(tree, above)) return true;
    }
    return has_other_time(tree, predicate);
}

bool is_put_elsewhere(const syntax& tree, std::uint32_t gerund) {
    if (tree.at(gerund).penn != xpos::vbg) return false;
    const auto below = tree.children(gerund);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        const deprel relation = tree.at(c).relation;
        return c < gerund && (relation == deprel::mark || relation == deprel::case_) &&
               is_one_of(tree.lemma(c), {"for", "after", "before", "since"});
    });
}

}  // namespace throughline::extraction
