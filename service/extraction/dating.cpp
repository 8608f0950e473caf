#include "extraction/dating.hpp"

#include "extraction/dating_expression.hpp"
#include "extraction/discourse_time.hpp"
#include "temporal/edtf.hpp"

#include <chrono>
#include <string_view>

namespace throughline::extraction {
namespace {

/// What has happened cannot reach beyond the day of the report: "this week" ends with it.
void end_with_publication(event_time& time, const document& doc, event_status status) {
    const bool fine = time.unit == granularity::week || time.unit == granularity::day;
    if (status == event_status::planned || !fine || !time.last || *time.last <= doc.published) return;
    if (!time.first || *time.first > doc.published) return;
    time.last = doc.published;
    time.edtf = temporal::to_edtf(time.first, time.last, granularity::day);
}

/// "We leave on Monday," she said: a day within the words that a verb reports is no day of the saying; but "said on
/// Monday it was leaving", where the report seems to begin with the day.
bool stands_in_report(const syntax& tree, std::uint32_t cue, const timex& expression) {
    const std::uint32_t told = tree.quote_by_cue(cue);
    if (told == none) return false;
    const quote& said = tree.doc().quotes[told];
    if (!said.content.contains(expression.where) || said.content.contains(tree.at(cue).where)) return false;
    const std::uint32_t first = expression.tokens.first;
    return said.direct || (first >= 2 && tree.at(first - 2).where.begin >= said.content.begin);
}

/// "On Monday she moved ahead with a plan to close it": the day of the clause that tells of the plan.
bool dates_outer_clause(const syntax& tree, const event_mention& mention, const trigger_match& match,
                        const governed_timex& found) {
    const bool of_noun =
        universal(tree.at(match.token).relation) == deprel::acl && tree.at(match.token).penn == xpos::vb;
    return mention.status == event_status::planned && of_noun && found.head < match.token && mention.time.last &&
           *mention.time.last < tree.doc().published;
}

/// "Tuesday" alone, of which only the week is open.
bool is_weekday(const syntax& tree, const timex& expression) {
    const token& word = tree.at(expression.tokens.first);
    constexpr std::string_view ending = "day";
    return expression.tokens.size() == 1 && word.penn == xpos::nnp && word.lemma.size() > ending.size() &&
           std::string_view(word.lemma).substr(word.lemma.size() - ending.size()) == ending;
}

/// "He is prepared to tell her on Tuesday", told on a Monday: a weekday of what lies ahead is the next one.
void move_ahead(event_mention& mention, const syntax& tree, const trigger_match& match, const timex& expression) {
    constexpr std::chrono::days week{7};
    const day published = tree.doc().published;
    event_time& time = mention.time;
    const bool past_day = time.first && time.first == time.last && *time.last < published &&
                          published - *time.last < week && time.basis == time_basis::expression;
    if (mention.status != event_status::planned || match.word_class != trigger_class::verb || !past_day ||
        !is_weekday(tree, expression))
        return;
    const std::uint32_t above = tree.at(match.token).head;
    const tense told = above == none ? tense::none : tense_of(tree, above);
    if (told != tense::present && told != tense::progressive && told != tense::perfect) return;
    *time.first += week;
    *time.last += week;
    time.edtf = temporal::to_edtf(time.first, time.last, granularity::day);
}

}  // namespace

void date_mentions(document& doc, const syntax& tree, const ontology& types,
                   const std::vector<trigger_match>& matches) {
    const expression_finder expressions(tree, matches);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        event_mention& mention = doc.mentions[i];
        const governed_timex* found = expressions.find(matches[i]);
        if (found == nullptr || stands_in_report(tree, matches[i].predicate(), doc.timexes[found->timex])) continue;
        mention.time = time_of(doc.timexes[found->timex], bearing_of(tree, found->head));
        if (dates_outer_clause(tree, mention, matches[i], *found)) {
            mention.time = {};
            continue;
        }
        move_ahead(mention, tree, matches[i], doc.timexes[found->timex]);
        // "prepared for the call on Tuesday", told on Wednesday: what was planned as a known thing has come.
        const bool passed = mention.time.last && *mention.time.last < doc.published;
        if (passed && mention.status == event_status::planned && matches[i].word_class == trigger_class::noun)
            mention.status = event_status::occurred;
        end_with_publication(mention.time, doc, mention.status);
        if (mention.time.dated()) mention.timex = found->timex;
    }
    date_by_discourse(doc, tree, types, matches);
}

}  // namespace throughline::extraction
