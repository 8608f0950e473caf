#include "jobs/assemble_story.hpp"

#include "core/ids.hpp"
#include "jobs/event_json.hpp"
#include "jobs/event_rows.hpp"
#include "jobs/positions.hpp"
#include "jobs/timeline_changes.hpp"
#include "storage/event_history.hpp"
#include "storage/membership_store.hpp"
#include "storage/revision_log.hpp"
#include "timeline/identity.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace throughline::jobs {
namespace {

using stored_events = std::unordered_map<std::string, const storage::stored_event_row*>;

/// A timeline as it was assembled and as it stands in the store.
struct rewrite {
    storage::story_records records;
    timeline::story_timeline story;
    std::vector<storage::stored_event_row> before;
    std::vector<std::string> robbed;  ///< other stories that readers see and that events of `before` stand in
    timeline::identity_assignment identity;
    std::vector<std::string> ids;
};

timeline::identity_assignment match(const rewrite& work) {
    std::vector<timeline::stored_event> stored;
    for (const auto& event : work.before) {
        timeline::stored_event next{event.id, {}};
        for (const auto& mention : event.mentions)
            next.mentions.push_back({mention.article_key, mention.trigger.begin, mention.trigger.end});
        stored.push_back(std::move(next));
    }
    std::vector<timeline::assembled_event> assembled;
    for (const auto& event : work.story.events) {
        timeline::assembled_event next;
        for (const auto& ref : event.mentions) {
            const auto& record = work.records.records[ref.article];
            const auto trigger = record.mentions[ref.mention].trigger;
            next.mentions.push_back({record.key, trigger.begin, trigger.end});
        }
        assembled.push_back(std::move(next));
    }
    return timeline::assign_identities(stored, assembled);
}

/// Loads the events as they stand. Another worker may be writing a story that they come over from: the story is held
/// first, and what it holds then counts.
void load_before(storage::transaction& tx, const std::string& story_id, rewrite& work) {
    std::set<std::string> held{story_id};
    for (;;) {
        work.before = storage::load_stored_events(tx, story_id);
        std::vector<std::string> others;
        for (const auto& event : work.before)
            if (held.insert(event.story_id).second) others.push_back(event.story_id);
        if (others.empty()) break;
        const auto live = storage::lock_live_stories(tx, others);
        work.robbed.insert(work.robbed.end(), live.begin(), live.end());
    }
    std::erase_if(work.robbed, [&](const std::string& story) {
        return std::none_of(work.before.begin(), work.before.end(),
                            [&](const storage::stored_event_row& event) { return event.story_id == story; });
    });
}

rewrite prepare(storage::transaction& tx, const std::string& story_id, story_memory& memory) {
    rewrite work;
    work.records = memory.take(story_id);
    storage::refresh_records(tx, story_id, work.records);
    work.story = timeline::assemble(work.records.records);
    load_before(tx, story_id, work);
    work.identity = match(work);
    for (const auto& id : work.identity.ids) work.ids.push_back(id ? *id : new_id(id_kind::event));
    return work;
}

std::vector<std::int64_t> positions_of(const rewrite& work, const stored_events& before, const std::string& story_id) {
    std::vector<std::optional<std::int64_t>> old;
    for (const auto& id : work.ids) {
        const auto known = before.find(id);
        const bool here = known != before.end() && known->second->story_id == story_id;
        old.push_back(here ? std::optional(known->second->position) : std::nullopt);
    }
    return spread_positions(old);
}

storage::timeline_change compare(const rewrite& work, const stored_events& before, const std::string& story_id) {
    storage::timeline_change change;
    for (auto& row : event_rows(work.story, work.records, work.ids, positions_of(work, before, story_id))) {
        const auto known = before.find(row.id);
        const bool here = known != before.end() && known->second->story_id == story_id;
        if (known != before.end() && !here) change.taken.push_back(row.id);
        const auto details = storage::differing_details(here ? known->second->details_hash : "", row.details_hash());
        if (here && details.empty() && known->second->document == row.document) {
            if (known->second->position != row.position) change.moved.emplace_back(row.id, row.position);
            continue;
        }
        for (const auto detail : details)
            change.details[static_cast<std::size_t>(detail)].push_back(change.events.size());
        change.events.push_back(std::move(row));
    }
    for (const auto& gone : work.identity.replaced) change.replaced.emplace_back(gone.id, work.ids[gone.successor]);
    change.removed = work.identity.removed;
    return change;
}

bool empty(const storage::timeline_change& change) {
    return change.events.empty() && change.taken.empty() && change.removed.empty() && change.replaced.empty() &&
           change.moved.empty();
}

/// A revision always shows the same events: a story that lost some has a new one at once, before it is written anew.
void publish_losses(job_context& context, storage::transaction& tx, const std::vector<std::string>& stories) {
    for (const auto& story : stories) {
        storage::recount_events(tx, story);
        storage::change told{story, storage::publish_revision(tx, story), {}};
        storage::announce(tx, told);
        context.changes.push_back(std::move(told));
    }
}

void rewrite_story(job_context& context, storage::transaction& tx, const std::string& story_id) {
    const auto waiting = storage::waiting_articles(tx, story_id);
    auto work = prepare(tx, story_id, context.memory);
    stored_events before;
    for (const auto& event : work.before) before.emplace(event.id, &event);
    const auto change = compare(work, before, story_id);
    const auto cause = storage::revision_cause(tx, story_id);

    storage::write_timeline(tx, story_id, change);
    const auto& people = change.details[static_cast<std::size_t>(storage::detail::participants)];
    if (!people.empty() || !change.removed.empty() || !change.replaced.empty()) storage::refresh_entities(tx, story_id);
    const assembled_story now{story_id, work.story, work.records, work.ids, cause};
    storage::log_changes(tx, timeline_changes(now, work.before, change, work.robbed));
    publish_losses(context, tx, work.robbed);
    storage::finish_merges(tx, story_id);
    const bool new_summary = storage::write_summary(tx, story_id, summarise(work.story, work.records));

    context.memory.keep(story_id, std::move(work.records));

    storage::change told{"", 0, storage::mark_processed(tx, waiting)};
    if (new_summary || !empty(change) || storage::revision_open(tx, story_id)) {
        told.story_id = story_id;
        told.revision = storage::publish_revision(tx, story_id);
        storage::trim_history(tx, story_id, context.history_revisions);
    }
    if (!told.story_id.empty() || !told.articles.empty()) {
        storage::announce(tx, told);
        context.changes.push_back(std::move(told));
    }
}

}  // namespace

result<bool> assemble_story(job_context& context, const storage::job& job) {
    return context.database.run("assemble_story", storage::access::write,
                                [&](storage::transaction& tx) -> result<bool> {
                                    context.changes.clear();
                                    if (!storage::finish(tx, context.worker, {job.id})) return lost_lease();
                                    // A story that was merged away or removed leaves nothing to do.
                                    if (storage::lock_story(tx, job.subject)) rewrite_story(context, tx, job.subject);
                                    return true;
                                });
}

}  // namespace throughline::jobs
