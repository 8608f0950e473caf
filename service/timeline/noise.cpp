#include "timeline/noise.hpp"

#include <algorithm>

namespace throughline::timeline {
namespace {

/// How much longer than its title the words of a report may be for the title to tell what was reported.
constexpr double longest_report = 3;
/// Sentences with which an article tells its news.
constexpr std::uint32_t lead_sentences = 3;
/// Passages of one article that, taken for one event, mostly tell of several: of what was said, and of what was done.
constexpr std::size_t too_many_passages = 4;
constexpr std::size_t too_many_of_a_deed = 3;

/// Whether words date it, and not the article's own day.
bool is_dated(const timeline_event& event) {
    return event.time.basis == time_basis::expression || event.time.basis == time_basis::linked;
}

/// "Critics admit", "officials believe": said in whatever words, on whatever day, it is no more than an opinion.
bool is_opinion(const timeline_event& event) {
    const bool said = event.type == "statement" || event.type == "disclosure" || event.type == "accusation";
    return said && event.time.basis == time_basis::none && !event.title.ends_with("\u201d");
}

/// Whether a mention tells what the event's title says as news of its own: not as known before and, without a date,
/// neither by the mouth of somebody else nor as a report of which the title tells the smaller part.
bool tells_plainly(const record_mention& mention, const timeline_event& event) {
    if (mention.title != event.title || mention.background) return false;
    if (is_dated(event)) return true;
    if (is_opinion(event)) return false;
    if (event.type != "statement") return mention.attributed_to.empty();
    return event.title.ends_with("\u201d") ||
           static_cast<double>(mention.evidence.size()) <= longest_report * static_cast<double>(event.title.size());
}

/// Said to have happened behind the day of each article that tells of it, or since a day without an end: the words that
/// date it mean something else.
bool is_misdated(const timeline_event& event, const mention_group& group) {
    if (event.status != event_status::occurred || !event.time.first) return false;
    if (!event.time.last) return true;
    return std::all_of(group.refs.begin(), group.refs.end(),
                       [&](const auto& ref) { return *event.time.first > group.articles[ref.article].published; });
}

/// Somebody is named in its title, or a lead dates it: "Police arrest two members".
bool is_told_of_whom(const timeline_event& event, const mention_group& group) {
    if (named_in(event.title, event.participants) > 0) return true;
    return is_dated(event) && std::any_of(group.refs.begin(), group.refs.end(), [&](const auto& ref) {
               return group.mention(ref).sentence < lead_sentences;
           });
}

/// Told by two articles, though they go back to one report.
bool is_retold(const mention_group& group) { return group.refs.front().article != group.refs.back().article; }

bool begins_in_passing(const mention_group& group) { return group.mention(group.refs.front()).background; }

bool is_all_in_passing(const mention_group& group) {
    return std::all_of(group.refs.begin(), group.refs.end(),
                       [&](const auto& ref) { return group.mention(ref).background; });
}

/// What two origins seem to tell is often two events: one, where both give it a day or the first tells it as news.
bool is_shared_news(const timeline_event& event, const mention_group& group) {
    return !is_all_in_passing(group) && (is_dated(event) || !begins_in_passing(group));
}

/// Told by an article as news from the first, in few passages.
bool is_news_of_one(const timeline_event& event, const mention_group& group) {
    const bool said = event.type == "statement" ||
                      std::any_of(group.refs.begin(), group.refs.end(),
                                  [&](const auto& ref) { return group.mention(ref).title.ends_with("\u201d"); });
    return !begins_in_passing(group) && group.refs.size() < (said ? too_many_passages : too_many_of_a_deed);
}

}  // namespace

bool worth_telling(const timeline_event& event, const mention_group& group) {
    if (event.title.empty()) return false;
    if (event.origin_count > 2) return true;
    if (!stands_alone(event.title)) return false;
    if (event.origin_count == 2) return is_shared_news(event, group);
    if (!is_retold(group) && !is_news_of_one(event, group)) return false;
    if (is_misdated(event, group) || !is_told_of_whom(event, group)) return false;
    const auto parties = std::count_if(event.participants.begin(), event.participants.end(), [](const auto& each) {
        return each.role == participant_role::actor || each.role == participant_role::recipient;
    });
    // A kind of event, and a date or people who take part, are needed to know it from others.
    if (event.type == "other" || !(is_dated(event) || parties > 0)) return false;
    // What one article says that somebody will do, with no word of when, is a wish as often as a plan.
    if (event.status == event_status::planned && !is_dated(event) && parties < 2) return false;
    return (is_retold(group) && parties > 0) || std::any_of(group.refs.begin(), group.refs.end(), [&](const auto& ref) {
               return tells_plainly(group.mention(ref), event);
           });
}

}  // namespace throughline::timeline
