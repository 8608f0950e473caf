// The part of expression_finder that looks where and in what somebody's words are told.
#include "extraction/clause_marks.hpp"
#include "extraction/dating_expression.hpp"
#include "extraction/factuality.hpp"
#include "extraction/speech_settings.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace throughline::extraction {
namespace {

/// Words between the verb of a report and a phrase at its end that says where it was told.
constexpr std::uint32_t longest_report = 25;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_within(const syntax& tree, std::uint32_t noun) {
    const std::uint32_t preposition = tree.preposition(noun);
    return preposition != none && is_one_of(tree.lemma(preposition), {"in", "at", "during", "on", "by"});
}

}  // namespace

/// The day of a speech, a letter or a tour: its own, or the one on which it came out.
const governed_timex* expression_finder::of_setting(std::uint32_t noun) const {
    if (const auto* own = governed_by(noun)) return own;
    const std::uint32_t out = coming_out(tree_, noun);
    return out == none ? nullptr : governed_by(out);
}

/// "said in an interview on Monday", "on a tour of schools last week she asked", "the report, released Monday, found",
/// "a 2012 study found": the day of the occasion is the day of the act.
const governed_timex* expression_finder::through_setting(std::uint32_t predicate) const {
    for (const std::uint32_t c : tree_.children(predicate)) {
        const deprel relation = universal(tree_.at(c).relation);
        const setting kind = setting_of(tree_, c);
        const bool place = relation == deprel::obl && (is_trigger_[c] || kind != setting::none) && is_within(tree_, c);
        const bool told_by = relation == deprel::nsubj && kind == setting::words;
        const auto* own = place || told_by ? of_setting(c) : nullptr;
        if (own != nullptr && (is_one_day(*own) || kind != setting::none)) return own;
    }
    return through_report_end(predicate);
}

/// "announced that she sought the office in a speech on March 23": what is said ends with where it was said.
const governed_timex* expression_finder::through_report_end(std::uint32_t cue) const {
    const document& doc = tree_.doc();
    const std::uint32_t told = tree_.quote_by_cue(cue);
    if (told == none || doc.quotes[told].direct) return nullptr;
    for (const governed_timex& one : around(cue)) {
        const timex& day = doc.timexes[one.timex];
        const std::uint32_t noun = one.governor;
        if (noun < cue || noun > cue + longest_report || setting_of(tree_, noun) != setting::words) continue;
        if (!is_within(tree_, noun) || !is_one_day(one) || *day.last > doc.published) continue;
        const std::uint32_t verb = tree_.clause_of(noun);
        if (verb != none && verb != cue && tree_.at(verb).head == cue && tense_of(tree_, verb) == tense::past &&
            tree_.quote_by_cue(verb) == none)
            return &one;
    }
    return nullptr;
}

/// "said Sunday voters will stay": a day right behind a word of saying is the day of that, whatever the tree makes of
/// it.
const governed_timex* expression_finder::right_behind(std::uint32_t cue) const {
    if (tree_.quote_by_cue(cue) == none) return nullptr;
    for (const governed_timex& one : around(cue)) {
        const token_range words = tree_.doc().timexes[one.timex].tokens;
        if (words.first == cue + 1 && words.size() == 1 && is_one_day(one) && words.last < tree_.doc().tokens.size() &&
            tree_.at(words.last).penn != xpos::pos)
            return &one;
    }
    return nullptr;
}

/// "…," she said while touring the docks Monday: the past day that ends a citation's sentence, with no other clause
/// between.
const governed_timex* expression_finder::at_end_of_citation(std::uint32_t cue) const {
    const document& doc = tree_.doc();
    const std::uint32_t said = tree_.quote_by_cue(cue);
    if (said == none || !doc.quotes[said].direct) return nullptr;
    const std::uint32_t end = doc.sentences[tree_.at(cue).sentence].tokens.last;
    for (const governed_timex& one : around(cue)) {
        const timex& day = doc.timexes[one.timex];
        if (one.head < cue || day.tokens.last + 1 < end || !day.last || *day.last > doc.published) continue;
        for (std::uint32_t t = cue + 1; t < one.head; ++t)
            if (is_finite(tree_.at(t)) || is_relative(tree_.at(t))) return nullptr;
        return doc.quotes[said].content.contains(day.where) ? nullptr : &one;
    }
    return nullptr;
}

/// "A talks to reporters as she leaves, Ghent, May 2, 2019.": a day with its year at the end of a sentence in the
/// present says when a picture was taken.
const governed_timex* expression_finder::below_picture(std::uint32_t predicate) const {
    const document& doc = tree_.doc();
    const std::uint32_t end = doc.sentences[tree_.at(predicate).sentence].tokens.last;
    const tense told = tense_of(tree_, predicate);
    const bool title = told == tense::none && tree_.at(predicate).relation == deprel::root;
    if (told != tense::present && !title) return nullptr;
    for (const governed_timex& one : around(predicate)) {
        const timex& day = doc.timexes[one.timex];
        const bool ends = day.tokens.last + 1 >= end && day.tokens.size() >= 3;
        if (ends && is_one_day(one) && *day.last <= doc.published) return &one;
    }
    return nullptr;
}

}  // namespace throughline::extraction
