#include "jobs/event_rows.hpp"

#include "jobs/event_json.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

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
    // As exact as the hash of the rows tells: what differs beyond that is not written anew.
    return {merge.merged,
            std::round(merge.score * 100) / 100,
            merge.reason,
            features_json(merge.features),
            key_of(merge.left, records),
            key_of(merge.right, records)};
}

}  // namespace

storage::event_row make_row(const timeline::story_timeline& story, const storage::story_records& records,
                            const std::vector<std::string>& ids, std::size_t index) {
    const auto& event = story.events[index];
    storage::event_row row;
    row.id = ids[index];
    row.type = event.type;
    row.first = event.time.first;
    row.last = event.time.last;
    row.salience = event.salience;
    row.source_count = event.source_count;
    row.origin_count = event.origin_count;
    row.document = event_json(story, ids, index);
    for (const auto& mention : event.mentions) row.mentions.push_back(key_of(mention, records));
    for (const auto& participant : event.participants) row.participants.push_back(row_of(participant));
    for (const auto& link : event.links)
        row.links.push_back({std::string(name(link.kind)), ids[link.target],
                             records.sources[link.source.article].article_id, link.words});
    for (const auto& merge : event.merges) row.merges.push_back(row_of(merge, records));
    return row;
}

std::vector<storage::entity_row> make_entities(const timeline::story_timeline& story,
                                               const std::set<std::string>* keys) {
    struct gathered {
        std::string_view name;
        std::set<std::string> names;
        std::uint32_t events = 0;
        std::size_t last_event = 0;  ///< counted from 1
    };
    std::map<std::string_view, gathered> found;
    if (keys)
        for (const auto& key : *keys) found[key];
    for (std::size_t i = 0; i < story.events.size(); ++i)
        for (const auto& participant : story.events[i].participants) {
            const auto place = keys ? found.find(participant.key) : found.try_emplace(participant.key).first;
            if (place == found.end()) continue;
            auto& all = place->second;
            if (all.name.empty() || participant.name < all.name) all.name = participant.name;
            all.names.insert(participant.aliases.begin(), participant.aliases.end());
            all.names.insert({participant.key, participant.name});
            all.events += std::exchange(all.last_event, i + 1) != i + 1;
        }
    std::vector<storage::entity_row> rows;
    for (auto& [key, all] : found) {
        all.names.erase("");
        rows.push_back({std::string(key), std::string(all.name), {all.names.begin(), all.names.end()}, all.events});
    }
    return rows;
}

storage::story_summary summarise(const timeline::story_timeline& story, const storage::story_records& records) {
    storage::story_summary summary;
    summary.title = story.title;
    summary.article_count = static_cast<std::uint32_t>(records.records.size());
    summary.event_count = static_cast<std::uint32_t>(story.events.size());
    std::set<std::string_view> publishers;
    std::vector<std::string_view> names;
    summary.search = story.title;
    for (const auto& record : records.records) {
        publishers.insert(record.publisher.empty() ? record.key : record.publisher);
        summary.search.append(1, '\n').append(record.headline);
    }
    for (const auto& event : story.events) {
        for (const auto& participant : event.participants) names.push_back(participant.name);
        const auto& first = event.time.first ? event.time.first : event.time.last;
        const auto& last = event.time.last ? event.time.last : event.time.first;
        if (first) summary.first = std::min(summary.first.value_or(*first), *first);
        if (last) summary.last = std::max(summary.last.value_or(*last), *last);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const auto name : names) summary.search.append(1, '\n').append(name);
    summary.publisher_count = static_cast<std::uint32_t>(publishers.size());
    return summary;
}

}  // namespace throughline::jobs
