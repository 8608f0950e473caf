#include "jobs/timeline_changes.hpp"

#include "jobs/event_json.hpp"
#include "timeline/diff.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace throughline::jobs {
namespace {

std::vector<article_record> plain(const std::vector<storage::stored_record>& records) {
    std::vector<article_record> list;
    for (const auto& stored : records) list.push_back(stored.record);
    return list;
}

timeline::event_snapshot stored_snapshot(const storage::stored_event_row& event) {
    auto snapshot = parse_snapshot(event.document);
    std::set<std::string> keys;
    for (const auto& mention : event.mentions) keys.insert(mention.article_key);
    snapshot.articles.assign(keys.begin(), keys.end());
    return snapshot;
}

/// The article that tells of the event now and did not before: the one that brought the change.
std::string newcomer(const timeline::timeline_event& event, const assembled_story& now,
                     const storage::stored_event_row* before) {
    std::set<std::string> known;
    if (before != nullptr)
        for (const auto& mention : before->mentions) known.insert(mention.article_id);
    for (const auto& ref : event.mentions)
        if (!known.contains(now.records[ref.article].article_id)) return now.records[ref.article].article_id;
    return {};
}

std::string sentence(const timeline::field_change& change) {
    return change.field + ": \"" + change.before + "\" became \"" + change.after + "\". " + change.reason;
}

}  // namespace

std::vector<storage::pending_change> timeline_changes(const std::string& story_id, const assembled_story& now,
                                                      const std::vector<storage::stored_event_row>& before,
                                                      const storage::timeline_change& change) {
    std::vector<storage::pending_change> log;
    if (change.events.empty() && change.replaced.empty() && change.removed.empty()) return log;
    std::unordered_map<std::string_view, const storage::stored_event_row*> known;
    for (const auto& event : before) known.emplace(event.id, &event);
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < now.ids.size(); ++i) index.emplace(now.ids[i], i);
    const auto records = plain(now.records);

    for (const auto& row : change.events) {
        const auto& event = now.story.events[index.at(row.id)];
        const auto old = known.find(row.id);
        if (old == known.end()) {
            const auto first = newcomer(event, now, nullptr);
            log.push_back({story_id, {"event_added", row.id, first, "Article " + first + " tells of it."}});
            continue;
        }
        const auto cause = newcomer(event, now, old->second);
        for (const auto& field : timeline::diff(stored_snapshot(*old->second), timeline::snapshot(event, records)))
            log.push_back({story_id, {"event_changed", row.id, cause, sentence(field)}});
    }
    for (const auto& [gone, successor] : change.replaced)
        log.push_back(
            {story_id, {"event_merged", successor, "", "Event " + gone + " turned out to be the same event."}});
    for (const auto& gone : change.removed)
        log.push_back({story_id, {"event_removed", gone, "", "No article tells of it any more."}});
    return log;
}

}  // namespace throughline::jobs
