#include "linking/coreference.hpp"
#include "linking/story_participants.hpp"
#include "timeline/event_fields.hpp"
#include "timeline/event_links.hpp"
#include "timeline/event_time_merge.hpp"
#include "timeline/noise.hpp"
#include "timeline/salience.hpp"
#include "timeline/story_title.hpp"
#include "timeline/timeline.hpp"

#include <algorithm>
#include <tuple>

namespace throughline::timeline {
namespace {

timeline_event make_event(std::span<const article_record> articles, linking::mention_cluster cluster,
                          const linking::story_participants& persons) {
    timeline_event event;
    event.mentions = std::move(cluster.mentions);
    event.merges = std::move(cluster.merges);
    const mention_group group{articles, event.mentions};
    event.type = vote_type(group);
    event.status = vote_status(group);
    auto [time, dated_by] = merge_times(articles, event.mentions);
    event.time = std::move(time);
    event.dated_by = dated_by;
    event.participants = unite_participants(group, persons);
    event.title = best_title(group, event.type, event.participants);
    event.source_count = count_publishers(group);
    event.origin_count = count_origins(group);
    event.salience = salience_of(event, group);
    return event;
}

/// An event known only to lie before a day stands before those that begin on it; one without any date stands last.
auto chronological(const timeline_event& event, std::span<const article_record> articles) {
    const auto& time = event.time;
    const auto first = time.first ? time.first : time.last;
    const auto told = [&](mention_ref ref) {
        const auto& article = articles[ref.article];
        return std::tuple(article.published, std::string_view(article.key),
                          article.mentions[ref.mention].trigger.begin);
    };
    auto earliest = told(event.mentions.front());
    for (const auto& ref : event.mentions) earliest = std::min(earliest, told(ref));
    return std::tuple(!time.dated(), first.value_or(day{}), time.first.has_value(), !time.last.has_value(),
                      time.last.value_or(day{}), earliest);
}

void sort_events(std::vector<timeline_event>& events, std::span<const article_record> articles) {
    std::stable_sort(events.begin(), events.end(), [&](const timeline_event& left, const timeline_event& right) {
        return chronological(left, articles) < chronological(right, articles);
    });
}

}  // namespace

story_timeline assemble(std::span<const article_record> articles) {
    const linking::story_participants persons(articles);
    story_timeline story;
    for (auto& cluster : linking::resolve(articles)) {
        auto event = make_event(articles, std::move(cluster), persons);
        if (worth_telling(event, {articles, event.mentions})) story.events.push_back(std::move(event));
    }
    sort_events(story.events, articles);
    link_events(articles, story.events);
    story.title = title_of(articles, story.events);
    return story;
}

}  // namespace throughline::timeline
