#include "jobs/assemble_story.hpp"

#include "jobs/event_rows.hpp"
#include "jobs/timeline_changes.hpp"
#include "jobs/timeline_rewrite.hpp"
#include "storage/event_history.hpp"
#include "storage/membership_store.hpp"
#include "storage/revision_log.hpp"

#include <optional>
#include <utility>

namespace throughline::jobs {
namespace {

bool empty(const storage::timeline_change& change) {
    return change.events.empty() && change.taken.empty() && change.removed.empty() && change.replaced.empty() &&
           change.moved.empty();
}

/// A revision always shows the same events: a story that lost some has a new one at once, before it is written anew.
void publish_losses(job_context& context, storage::transaction& tx, const std::vector<std::string>& stories) {
    for (const auto& story : stories) {
        storage::recount_events(tx, story);
        storage::change told{story, storage::publish_revision(tx, story).number, {}};
        storage::announce(tx, told);
        context.changes.push_back(std::move(told));
    }
}

/// The revision that shows the change, or nothing where readers see none.
std::optional<storage::published_revision> publish(storage::transaction& tx, const std::string& story_id,
                                                   const storage::timeline_change& change,
                                                   const storage::story_summary& summary) {
    if (!empty(change) || storage::revision_open(tx, story_id)) return storage::publish_revision(tx, story_id, summary);
    if (storage::write_summary(tx, story_id, summary)) return storage::publish_revision(tx, story_id);
    return std::nullopt;
}

void rewrite_story(job_context& context, storage::transaction& tx, const std::string& story_id, bool takes_in) {
    const auto waiting = storage::waiting_articles(tx, story_id);
    timeline_rewrite work(tx, story_id, context.memory.take(story_id));
    const auto change = work.compare();
    const auto cause = storage::revision_cause(tx, story_id);

    storage::write_timeline(tx, story_id, change);
    const auto& people = change.details[static_cast<std::size_t>(storage::detail::participants)];
    if (!people.empty() || !change.removed.empty() || !change.replaced.empty())
        storage::write_entities(tx, story_id, work.entities(), work.entities_given());
    const assembled_story now{story_id, work.story(), work.records(), work.ids(), cause};
    storage::log_changes(tx, timeline_changes(now, work.before(), change, work.robbed()));
    publish_losses(context, tx, work.robbed());
    if (takes_in) storage::finish_merges(tx, story_id);
    const auto published = publish(tx, story_id, change, summarise(work.story(), work.records()));

    storage::change told{"", 0, storage::mark_processed(tx, waiting)};
    if (published) {
        told.story_id = story_id;
        told.revision = published->number;
        if (published->number > context.history_revisions)
            storage::trim_history(tx, story_id, context.history_revisions);
    }
    if (!told.story_id.empty() || !told.articles.empty()) {
        storage::announce(tx, told);
        context.changes.push_back(std::move(told));
    }
    auto state = work.release();
    state.stamp = published ? published->stamp : storage::timeline_stamp(tx, story_id);
    context.memory.keep(story_id, std::move(state));
}

}  // namespace

result<bool> assemble_story(job_context& context, const storage::job& job) {
    return context.database.run("assemble_story", storage::access::write,
                                [&](storage::transaction& tx) -> result<bool> {
                                    context.changes.clear();
                                    if (!storage::finish(tx, context.worker, {job.id})) return lost_lease();
                                    // A story that was merged away or removed leaves nothing to do.
                                    const auto held = storage::hold_story(tx, job.subject);
                                    if (held.stands) rewrite_story(context, tx, job.subject, held.takes_in);
                                    return true;
                                });
}

}  // namespace throughline::jobs
