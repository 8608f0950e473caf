#include "extraction/dating.hpp"

#include "extraction/dating_expression.hpp"
#include "extraction/discourse_time.hpp"
#include "temporal/edtf.hpp"

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

}  // namespace

void date_mentions(document& doc, const syntax& tree, const ontology& types,
                   const std::vector<trigger_match>& matches) {
    const expression_finder expressions(tree, matches);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        event_mention& mention = doc.mentions[i];
        const governed_timex* found = expressions.find(matches[i]);
        if (found == nullptr || stands_in_report(tree, matches[i].predicate(), doc.timexes[found->timex])) continue;
        mention.time = time_of(doc.timexes[found->timex], bearing_of(tree, found->head));
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
