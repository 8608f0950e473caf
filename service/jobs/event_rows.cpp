#include "jobs/event_rows.hpp"

#include "jobs/event_json.hpp"

#include <algorithm>
#include <set>

namespace throughline::jobs {
namespace {

storage::mention_key key_of(const timeline::mention_ref& ref, const storage::story_records& records) {
    const auto& source = records.sources[ref.article];
    return {source.article_id, source.version, ref.mention};
}

storage::participant_row row_of(const record_participant& participant) {
    std::set<std::string> names(participant.aliases.begin(), participant.aliases.end());
    names.insert({participant.key, participant.name});
    names.erase("");
    return {participant.key, participant.name, {names.begin(), names.end()}, std::string(name(participant.role))};
}

storage::merge_row row_of(const timeline::merge_record& merge, const storage::story_records& records) {
    return {merge.merged,
            merge.score,
            merge.reason,
            features_json(merge.features),
            key_of(merge.left, records),
            key_of(merge.right, records)};
}

}  // namespace

std::vector<storage::event_row> event_rows(const timeline::story_timeline& story, const storage::story_records& records,
                                           const std::vector<std::string>& ids,
                                           const std::vector<std::int64_t>& positions) {
    std::vector<storage::event_row> rows;
    rows.reserve(story.events.size());
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        const auto& event = story.events[i];
        storage::event_row row;
        row.id = ids[i];
        row.position = positions[i];
        row.type = event.type;
        row.first = event.time.first;
        row.last = event.time.last;
        row.salience = event.salience;
        row.source_count = event.source_count;
        row.origin_count = event.origin_count;
        row.document = event_json(story, ids, i);
        for (const auto& mention : event.mentions) row.mentions.push_back(key_of(mention, records));
        for (const auto& participant : event.participants) row.participants.push_back(row_of(participant));
        for (const auto& link : event.links)
            row.links.push_back({std::string(name(link.kind)), ids[link.target],
                                 records.sources[link.source.article].article_id, link.words});
        for (const auto& merge : event.merges) row.merges.push_back(row_of(merge, records));
        rows.push_back(std::move(row));
    }
    return rows;
}

storage::story_summary summarise(const timeline::story_timeline& story, const storage::story_records& records) {
    storage::story_summary summary;
    summary.title = story.title;
    summary.article_count = static_cast<std::uint32_t>(records.records.size());
    summary.event_count = static_cast<std::uint32_t>(story.events.size());
    std::set<std::string> publishers;
    std::set<std::string> names;
    summary.search = story.title;
    for (const auto& record : records.records) {
        publishers.insert(record.publisher);
        summary.search += '\n' + record.headline;
    }
    for (const auto& event : story.events) {
        for (const auto& participant : event.participants) names.insert(participant.name);
        const auto& first = event.time.first ? event.time.first : event.time.last;
        const auto& last = event.time.last ? event.time.last : event.time.first;
        if (first) summary.first = std::min(summary.first.value_or(*first), *first);
        if (last) summary.last = std::max(summary.last.value_or(*last), *last);
    }
    for (const auto& name : names) summary.search += '\n' + name;
    summary.publisher_count = static_cast<std::uint32_t>(publishers.size());
    return summary;
}

}  // namespace throughline::jobs
