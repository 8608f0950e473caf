#include "jobs/assemble_story.hpp"

#include "jobs/event_rows.hpp"
#include "jobs/timeline_changes.hpp"
#include "jobs/timeline_rewrite.hpp"
#include "storage/event_history.hpp"
#include "storage/membership_store.hpp"
#include "storage/revision_log.hpp"

#include <optional>
#include <set>
#include <utility>

namespace throughline::jobs {
namespace {

bool empty(const storage::timeline_change& change) {
    return change.events.empty() && change.taken.empty() && change.removed.empty() && change.replaced.empty() &&
           change.moved.empty();
}

/// A story whose timeline is written and whose revision is not published yet.
struct written_story {
    std::string id;
    bool takes_in = false;  ///< storage::held_story
    std::vector<storage::waiting_article> waiting;
    bool changed = false;
    storage::story_summary summary;
    story_state state;
};

void tell(job_context& context, storage::transaction& tx, storage::change change) {
    storage::announce(tx, change);
    context.changes.push_back(std::move(change));
}

written_story write_story(job_context& context, storage::transaction& tx, const std::string& story_id, bool takes_in,
                          std::set<std::string>& heirs, std::set<std::string>& robbed) {
    written_story written{story_id, takes_in, storage::waiting_articles(tx, story_id), false, {}, {}};
    timeline_rewrite work(tx, story_id, context.memory.take(story_id));
    const auto change = work.compare();
    const auto cause = storage::revision_cause(tx, story_id);

    storage::write_timeline(tx, story_id, change);
    const auto& people = change.details[static_cast<std::size_t>(storage::detail::participants)];
    if (!people.empty() || !change.removed.empty() || !change.replaced.empty())
        storage::write_entities(tx, story_id, work.entities(), work.entities_given());
    const assembled_story now{story_id, work.story(), work.records(), work.ids(), cause};
    storage::log_changes(tx, timeline_changes(now, work.before(), change, work.robbed()));
    heirs.insert(work.heirs().begin(), work.heirs().end());
    robbed.insert(work.robbed().begin(), work.robbed().end());
    written.changed = !empty(change);
    written.summary = summarise(work.story(), work.records());
    written.state = work.release();
    return written;
}

/// The revision that shows what was written, or nothing where readers see no change.
std::optional<storage::published_revision> publish(storage::transaction& tx, const written_story& written) {
    if (written.changed || storage::revision_open(tx, written.id))
        return storage::publish_revision(tx, written.id, written.summary);
    if (storage::write_summary(tx, written.id, written.summary)) return storage::publish_revision(tx, written.id);
    return std::nullopt;
}

void finish_story(job_context& context, storage::transaction& tx, written_story& written) {
    if (written.takes_in) storage::finish_merges(tx, written.id);
    const auto published = publish(tx, written);

    storage::change told{"", 0, storage::mark_processed(tx, written.waiting)};
    if (published) {
        told.story_id = written.id;
        told.revision = published->number;
        if (published->number > context.history_revisions)
            storage::trim_history(tx, written.id, context.history_revisions);
    }
    if (!told.story_id.empty() || !told.articles.empty()) tell(context, tx, std::move(told));
    written.state.stamp = published ? published->stamp : storage::timeline_stamp(tx, written.id);
    context.memory.keep(written.id, std::move(written.state));
}

/// Writes the story, and with it those that its events go over to with all their articles: so no event is ever without
/// a story, whichever of them comes first. A revision always shows the same events: they are published when all events
/// are in their places, and a story that lost some has a new one before it is written anew.
void write_with_heirs(job_context& context, storage::transaction& tx, const std::string& story_id) {
    std::vector<written_story> written;
    std::set<std::string> due{story_id};
    std::set<std::string> robbed;
    for (std::set<std::string> done; !due.empty();) {
        const auto next = *due.begin();
        // A story that was merged away or removed leaves nothing to do.
        if (const auto held = storage::hold_story(tx, next); held.stands)
            written.push_back(write_story(context, tx, next, held.takes_in, due, robbed));
        done.insert(next);
        std::erase_if(due, [&](const std::string& story) { return done.contains(story); });
    }
    for (auto& story : written) {
        finish_story(context, tx, story);
        robbed.erase(story.id);
    }
    for (const auto& story : robbed) {
        storage::recount_events(tx, story);
        tell(context, tx, {story, storage::publish_revision(tx, story).number, {}});
    }
}

}  // namespace

result<bool> assemble_story(job_context& context, const storage::job& job) {
    return context.database.run("assemble_story", storage::access::write,
                                [&](storage::transaction& tx) -> result<bool> {
                                    context.changes.clear();
                                    if (!storage::finish(tx, context.worker, {job.id})) return lost_lease();
                                    // Before its own story, as those wait that its events go over to.
                                    storage::lock_heirs(tx, job.subject);
                                    write_with_heirs(context, tx, job.subject);
                                    return true;
                                });
}

}  // namespace throughline::jobs
