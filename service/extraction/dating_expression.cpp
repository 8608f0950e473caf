#include "extraction/dating_expression.hpp"

#include "extraction/clause_marks.hpp"
#include "extraction/factuality.hpp"
#include "extraction/tables.hpp"
#include "extraction/time_hints.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace throughline::extraction {
namespace {

constexpr int longest_climb = 8;
/// Words between a verb and an expression of its stretch: "said the mayor of the city on Tuesday".
constexpr std::uint32_t reach_after = 9;
constexpr std::uint32_t reach_before = 3;
/// Words between a token and the farthest expression that can date it.
constexpr std::uint32_t widest_reach = 60;
/// Words between a noun and an expression that still is its own.
constexpr std::uint32_t farthest_modifier = 7;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool says_existence(std::string_view lemma) {
    static const auto verbs = read_words("service/extraction/data/existence_verbs.tsv");
    return verbs.contains(lemma);
}

/// "ordered her to return on Friday": the day of what is to come.
bool looks_ahead(std::string_view lemma) {
    static const auto verbs = read_words("service/extraction/data/forward_verbs.tsv");
    return verbs.contains(lemma);
}

}  // namespace

expression_finder::expression_finder(const syntax& tree, const std::vector<trigger_match>& matches)
    : tree_(tree), governed_(govern(tree)) {
    is_trigger_.assign(tree.doc().tokens.size(), false);
    for (const trigger_match& match : matches) is_trigger_[match.token] = true;
    for (governed_timex& one : governed_)
        if (!is_premodifier(one)) one.governor = verb_over(one.head, event_above(one.governor));
    by_sentence_.assign(tree.doc().sentences.size() + 1, 0);
    for (const governed_timex& one : governed_) ++by_sentence_[tree.at(one.head).sentence + 1];
    for (std::size_t s = 1; s < by_sentence_.size(); ++s) by_sentence_[s] += by_sentence_[s - 1];
}

const governed_timex* expression_finder::find(const trigger_match& match) const {
    if (const auto* own = governed_by(match.token)) return own;
    const std::uint32_t predicate = match.predicate();
    if (predicate != match.token)
        if (const auto* own = governed_by(predicate)) return own;
    if (const auto* named = through_named_day(match)) return named;
    if (match.word_class == trigger_class::noun && match.light == none) {
        if (const auto* existence = through_existence(match.token)) return existence;
        if (const auto* near = trailing(match.token)) return near;
        if (const auto* occasion = through_occasion(match.token)) return occasion;
        return below_picture(match.token);
    }
    if (const auto* next = right_behind(predicate)) return next;
    if (const auto* setting = through_setting(predicate)) return setting;
    if (const auto* near = beside(predicate)) return near;
    if (const auto* above = through_governors(predicate)) return above;
    if (const auto* below = through_purpose(predicate)) return below;
    if (const auto* main = through_main_clause(predicate)) return main;
    if (const auto* frame = through_frame(predicate)) return frame;
    if (const auto* end = at_end_of_citation(predicate)) return end;
    return below_picture(predicate);
}

std::span<const governed_timex> expression_finder::in_sentence(std::uint32_t sentence) const {
    return {governed_.data() + by_sentence_[sentence], governed_.data() + by_sentence_[sentence + 1]};
}

/// The expressions of the token's sentence within reach of it.
std::span<const governed_timex> expression_finder::around(std::uint32_t index) const {
    const auto all = in_sentence(tree_.at(index).sentence);
    const auto head_before = [](const governed_timex& one, std::uint32_t at) { return one.head < at; };
    const std::uint32_t low = index - std::min(index, widest_reach);
    const auto first = std::lower_bound(all.begin(), all.end(), low, head_before);
    return {first, std::lower_bound(first, all.end(), index + widest_reach, head_before)};
}

const governed_timex* expression_finder::governed_by(std::uint32_t index) const {
    const governed_timex* nearest = nullptr;
    const auto distance = [&](const governed_timex& one) {
        return one.head > index ? one.head - index : index - one.head;
    };
    for (const governed_timex& one : around(index))
        if (one.governor == index && (nearest == nullptr || distance(one) < distance(*nearest))) nearest = &one;
    return nearest;
}

/// "the 2016 election", "Sunday's vote": the expression dates its noun and nothing above it.
bool expression_finder::is_premodifier(const governed_timex& one) const {
    if (one.head >= one.governor || tree_.is_verb(one.governor)) return false;
    const deprel relation = tree_.at(one.head).relation;
    return relation == deprel::compound || relation == deprel::amod || relation == deprel::nummod ||
           relation == deprel::nmod_poss || one.head + 2 >= one.governor;
}

/// "cancelled Sunday shows"; but "spoke on Friday defending shows", where a verb stands between.
bool expression_finder::describes_noun(const governed_timex& one) const {
    if (!is_premodifier(one)) return false;
    for (std::uint32_t t = one.head + 1; t < one.governor; ++t)
        if (tree_.is_verb(t)) return false;
    return true;
}

/// "defended the call with the president of the country on Monday": far behind its noun it dates the verb.
std::uint32_t expression_finder::verb_over(std::uint32_t head, std::uint32_t governor) const {
    const std::uint32_t above = tree_.at(governor).head;
    if (tree_.is_verb(governor) || above == none || !tree_.is_verb(above) || above > governor) return governor;
    return head > governor + farthest_modifier ? above : governor;
}

/// "the attack in Ypres in March": the expression may hang on a noun inside the event's own phrase.
std::uint32_t expression_finder::event_above(std::uint32_t index) const {
    for (int step = 0; step < longest_climb; ++step) {
        const std::uint32_t above = tree_.at(index).head;
        if (is_trigger_[index] || tree_.is_verb(index) || above == none || frames_otherwise(index)) return index;
        index = above;
    }
    return index;
}

/// "since the failed release last month", "with the talks of May behind her, she left": the phrase does not say when
/// the verb's event was.
bool expression_finder::frames_otherwise(std::uint32_t noun) const {
    const std::uint32_t preposition = tree_.preposition(noun);
    if (preposition == none) return false;
    const std::string_view word = tree_.lemma(preposition);
    if (is_one_of(word, {"since", "until", "despite", "unlike", "like", "than"})) return true;
    return tree_.at(noun).head > noun && is_one_of(word, {"with", "without", "amid", "as"});
}

/// "the vote took place on Sunday": the verb only says that there was one.
const governed_timex* expression_finder::through_existence(std::uint32_t noun) const {
    const std::uint32_t governor = tree_.at(noun).head;
    if (governor == none || noun > governor) return nullptr;
    if (!says_existence(tree_.lemma(governor))) return nullptr;
    const auto* own = governed_by(governor);
    return own != nullptr ? own : through_frame(governor);
}

/// "came up on Monday in a call": an occasion lies on the day of what is told of it.
const governed_timex* expression_finder::through_occasion(std::uint32_t noun) const {
    const std::uint32_t governor = tree_.at(noun).head;
    if (governor == none || !tree_.is_verb(governor)) return nullptr;
    const std::uint32_t preposition = noun >= 1 ? preposition_before(noun) : none;
    const bool occasion = preposition != none && is_one_of(tree_.lemma(preposition), {"in", "at", "during"});
    return occasion ? governed_by(governor) : nullptr;
}

/// The preposition that opens the noun's phrase, in the tree or on the surface ("in a telephone call").
std::uint32_t expression_finder::preposition_before(std::uint32_t noun) const {
    if (const std::uint32_t own = tree_.preposition(noun); own != none) return own;
    for (std::uint32_t t = noun; t-- > 0 && noun - t <= 4;) {
        if (tree_.at(t).pos == upos::adp) return t;
        if (tree_.is_verb(t) || tree_.at(t).pos == upos::punct) return none;
    }
    return none;
}

/// "on May 2, the day the guests arrived", "on May 2, the day of the vote": a day said again by what came about on it.
const governed_timex* expression_finder::through_named_day(const trigger_match& match) const {
    const std::uint32_t below = match.word_class == trigger_class::noun ? match.token : match.predicate();
    const std::uint32_t noun = tree_.at(below).head;
    if (noun == none || noun >= below || noun < 3 || tree_.lemma(noun) != "day") return nullptr;
    const deprel relation = universal(tree_.at(below).relation);
    if (relation != deprel::acl && relation != deprel::nmod) return nullptr;
    const bool again = tree_.lemma(noun - 1) == "the" && tree_.at(noun - 2).penn == xpos::comma;
    const std::uint32_t said = again ? tree_.timex_at(noun - 3) : none;
    for (const governed_timex& one : around(noun))
        if (said != none && one.timex == said && is_one_day(one)) return &one;
    return nullptr;
}

bool expression_finder::is_one_day(const governed_timex& one) const {
    const timex& time = tree_.doc().timexes[one.timex];
    return time.first && time.first == time.last;
}

/// Participles, infinitives and second conjuncts share the day of what they hang on.
const governed_timex* expression_finder::through_governors(std::uint32_t index) const {
    for (int step = 0; step < longest_climb; ++step) {
        const token& word = tree_.at(index);
        const std::uint32_t governor = word.head;
        if (governor == none) return nullptr;
        const bool own_subject = tree_.child(index, deprel::nsubj) != none;
        const bool participle = universal(word.relation) == deprel::advcl && !own_subject && word.penn != xpos::vb &&
                                !is_put_elsewhere(tree_, index);
        const bool shared =
            word.relation == deprel::xcomp || (word.relation == deprel::conj && tree_.is_verb(governor));
        // "will fly there on Monday to meet her": what is planned for one day is planned with its purpose.
        const bool purpose = universal(word.relation) == deprel::advcl && word.penn == xpos::vb &&
                             tense_of(tree_, governor) == tense::future;
        if (!shared && !participle && !purpose) return nullptr;
        if (tense_of(tree_, index) == tense::future && word.relation != deprel::conj && !purpose) return nullptr;
        if (const auto* above = governed_by(governor))
            if (word.relation != deprel::conj || (above->head < index && (!own_subject || opens_sentence(*above))))
                return above;
        if (participle)
            if (const auto* setting = through_setting(governor)) return setting;
        index = governor;
    }
    return nullptr;
}

/// "broke the silence on Monday over the death of the envoy, saying …": a participle behind a comma goes with the
/// clause's verb, whatever noun in between the tree hangs it on.
const governed_timex* expression_finder::through_main_clause(std::uint32_t predicate) const {
    const bool trails =
        predicate > 0 && tree_.at(predicate).penn == xpos::vbg && tree_.at(predicate - 1).penn == xpos::comma;
    std::uint32_t above = trails ? tree_.at(predicate).head : none;
    for (int step = 0; step < longest_climb && above != none && above < predicate; ++step) {
        if (tree_.is_verb(above)) {
            if (const auto* own = governed_by(above)) return own;
            if (tree_.at(above).relation == deprel::acl_relcl) return nullptr;
        }
        above = tree_.at(above).head;
    }
    return nullptr;
}

/// "Also Thursday, A happened and B happened": it stands before all that the sentence tells.
bool expression_finder::opens_sentence(const governed_timex& one) const {
    return one.head <= tree_.doc().sentences[tree_.at(one.head).sentence].tokens.first + 3;
}

/// "when she arrived on Friday": the two happen together.
bool expression_finder::opens_when(std::uint32_t clause) const {
    for (const std::uint32_t c : tree_.children(clause))
        if (c < clause && tree_.lemma(c) == "when") return true;
    return false;
}

/// "On Monday, A did this and B did that": an expression that opens a sentence, up to its comma, dates all that the
/// sentence asserts, but neither what it reports nor what only describes somebody.
const governed_timex* expression_finder::through_frame(std::uint32_t predicate) const {
    const document& doc = tree_.doc();
    const auto all = in_sentence(tree_.at(predicate).sentence);
    for (const governed_timex& one : all.first(std::min<std::size_t>(all.size(), 2))) {
        const std::uint32_t after = doc.timexes[one.timex].tokens.last;
        const bool comma = after < doc.tokens.size() && tree_.at(after).penn == xpos::comma;
        if (!comma || !opens_sentence(one) || one.head > predicate) continue;
        return is_asserted(predicate) ? &one : nullptr;
    }
    return nullptr;
}

bool expression_finder::is_asserted(std::uint32_t index) const {
    for (int step = 0; step < longest_climb; ++step) {
        const token& word = tree_.at(index);
        if (word.head == none) return true;
        if (word.relation == deprel::acl_relcl) return false;
        if (universal(word.relation) == deprel::ccomp && word.head < index) return false;
        const bool finite = universal(word.relation) == deprel::advcl && tree_.child(index, deprel::mark) != none &&
                            tree_.child(index, deprel::nsubj) != none;
        if (finite) return false;
        index = word.head;
    }
    return false;
}

/// An expression in the same stretch as the verb, which the tree hangs on no other event: "spoke in Ghent on
/// Friday".
const governed_timex* expression_finder::beside(std::uint32_t verb) const {
    for (const governed_timex& one : around(verb)) {
        const std::uint32_t gap = one.head > verb ? one.head - verb : verb - one.head;
        const bool near = gap <= (one.head > verb ? reach_after : reach_before);
        const bool taken = describes_noun(one) || (is_trigger_[one.governor] && !is_parted(one.governor, one.head));
        if (near && !taken && !is_parted(verb, one.head)) return &one;
    }
    return nullptr;
}

/// "the call with the king on Tuesday": an expression at the end of the noun's stretch that no verb takes.
const governed_timex* expression_finder::trailing(std::uint32_t noun) const {
    for (const governed_timex& one : around(noun)) {
        const bool near = one.head > noun && one.head - noun <= farthest_modifier;
        if (near && !tree_.is_verb(one.governor) && !is_parted(noun, one.head)) return &one;
    }
    return nullptr;
}

bool expression_finder::is_parted(std::uint32_t left, std::uint32_t right) const {
    for (std::uint32_t t = std::min(left, right) + 1; t < std::max(left, right); ++t)
        if (tree_.is_verb(t) || tree_.at(t).pos == upos::punct || is_trigger_[t]) return true;
    return false;
}

/// "conceded by agreeing in January": the two are one.
bool expression_finder::is_means(std::uint32_t clause) const {
    const std::uint32_t mark = tree_.child(clause, deprel::mark);
    return tree_.at(clause).penn == xpos::vbg && mark != none && tree_.lemma(mark) == "by";
}

/// "came to Rome to see the pope on Sunday": the day may stand in the clause of purpose.
const governed_timex* expression_finder::through_purpose(std::uint32_t verb) const {
    for (const std::uint32_t c : tree_.children(verb)) {
        const deprel relation = universal(tree_.at(c).relation);
        if ((relation != deprel::advcl && relation != deprel::xcomp) || !tree_.is_verb(c) || c < verb) continue;
        const bool meanwhile = relation == deprel::advcl && tree_.child(c, deprel::nsubj) != none && opens_when(c);
        const bool purpose = tense_of(tree_, c) == tense::future && tense_of(tree_, verb) == tense::past &&
                             !looks_ahead(tree_.lemma(verb));
        const auto* own = purpose || meanwhile || is_means(c) ? governed_by(c) : nullptr;
        const document& doc = tree_.doc();
        if (own != nullptr && doc.timexes[own->timex].last && *doc.timexes[own->timex].last <= doc.published)
            return own;
    }
    return nullptr;
}

}  // namespace throughline::extraction
