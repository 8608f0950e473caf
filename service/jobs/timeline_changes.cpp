#include "jobs/timeline_changes.hpp"

#include "jobs/event_json.hpp"
#include "jobs/field_changes.hpp"
#include "timeline/diff.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace throughline::jobs {
namespace {

using storage::stored_event_row;

timeline::event_snapshot stored_snapshot(const stored_event_row& event) {
    auto snapshot = parse_snapshot(event.document);
    std::set<std::string> keys;
    for (const auto& mention : event.mentions) keys.insert(mention.article_key);
    snapshot.articles.assign(keys.begin(), keys.end());
    return snapshot;
}

std::vector<std::string> articles_of(const stored_event_row& event) {
    std::set<std::string> ids;
    for (const auto& mention : event.mentions) ids.insert(mention.article_id);
    return {ids.begin(), ids.end()};
}

std::string tellers(std::size_t articles) {
    return articles == 1 ? "1 article tells of it." : std::to_string(articles) + " articles tell of it.";
}

class logbook {
public:
    logbook(const assembled_story& now, const std::vector<stored_event_row>& before,
            const std::vector<std::string>& losers)
        : now_(now), losers_(losers.begin(), losers.end()) {
        for (const auto& event : before) known_.emplace(event.id, &event);
        for (std::size_t i = 0; i < now.ids.size(); ++i) index_.emplace(now.ids[i], i);
    }

    void write(const storage::event_row& row) {
        const auto articles = articles_now(row.id);
        const auto old = known_.find(row.id);
        if (old == known_.end()) {
            add(now_.id, "event_added", row.id, cause(articles, {}), tellers(articles.size()), title(row.id));
        } else if (old->second->story_id != now_.id) {
            const auto& from = old->second->story_id;
            add(now_.id, "event_added", row.id, cause(articles, {}), "It came over from story " + from + ".",
                title(row.id));
            lose(from, "event_removed", *old->second, "", "Its articles went over to story " + now_.id + ".");
        } else {
            write_changes(row, *old->second, articles);
        }
    }

    void write_merge(const std::string& gone, const std::string& successor) {
        const auto& old = *known_.at(gone);
        const std::string reason = "It turned out to be the same event as \"" + title(successor) + "\".";
        if (old.story_id != now_.id) return lose(old.story_id, "event_merged", old, successor, reason);
        add(now_.id, "event_merged", gone, cause(articles_now(successor), articles_of(old)), reason, old_title(old),
            successor);
    }

    void write_removal(const std::string& gone) {
        const auto& old = *known_.at(gone);
        const std::string reason = "No article tells of it any more.";
        if (old.story_id != now_.id) return lose(old.story_id, "event_removed", old, "", reason);
        const auto told_by = articles_of(old);
        add(now_.id, "event_removed", gone, told_by.size() == 1 ? told_by.front() : now_.cause, reason, old_title(old));
    }

    std::vector<storage::pending_change> take() { return std::move(entries_); }

private:
    const timeline::timeline_event& event(const std::string& id) const { return now_.story.events[index_.at(id)]; }
    const std::string& title(const std::string& id) const { return event(id).title; }
    static std::string old_title(const stored_event_row& old) { return parse_snapshot(old.document).title; }

    std::vector<std::string> articles_now(const std::string& id) const {
        std::set<std::string> ids;
        for (const auto& ref : event(id).mentions) ids.insert(now_.records.sources[ref.article].article_id);
        return {ids.begin(), ids.end()};
    }

    /// The one article that tells of the event now and did not before, or that has ceased to; else what brought the
    /// whole rewriting about.
    std::string cause(const std::vector<std::string>& after, const std::vector<std::string>& before) const {
        std::vector<std::string> differ;
        std::set_symmetric_difference(after.begin(), after.end(), before.begin(), before.end(),
                                      std::back_inserter(differ));
        return differ.size() == 1 ? differ.front() : now_.cause;
    }

    void write_changes(const storage::event_row& row, const stored_event_row& old,
                       const std::vector<std::string>& articles) {
        const auto before = articles_of(old);
        auto fields = field_changes(old.document, row.document, before, articles);
        if (fields.empty()) return;
        add(now_.id, "event_changed", row.id, cause(articles, before), why(row.id, old), title(row.id), "",
            std::move(fields));
    }

    /// The reasons of the fields, each once.
    std::string why(const std::string& id, const stored_event_row& old) const {
        std::vector<std::string> reasons;
        for (const auto& field :
             timeline::diff(stored_snapshot(old), timeline::snapshot(event(id), now_.records.records)))
            if (std::find(reasons.begin(), reasons.end(), field.reason) == reasons.end())
                reasons.push_back(field.reason);
        if (reasons.empty()) return "What is told of other events of the story changed.";
        std::string joined;
        for (const auto& reason : reasons) joined += (joined.empty() ? "" : " ") + reason;
        return joined;
    }

    void add(const std::string& story, const char* kind, const std::string& id, const std::string& article,
             std::string reason, const std::string& shown_title, const std::string& into = "",
             std::string fields = "") {
        entries_.push_back({story, {kind, id, article, std::move(reason), shown_title, into}, std::move(fields)});
    }

    void lose(const std::string& story, const char* kind, const stored_event_row& old, const std::string& into,
              const std::string& reason) {
        if (losers_.contains(story)) add(story, kind, old.id, now_.cause, reason, old_title(old), into);
    }

    const assembled_story& now_;
    std::set<std::string> losers_;
    std::unordered_map<std::string_view, const stored_event_row*> known_;
    std::unordered_map<std::string_view, std::size_t> index_;
    std::vector<storage::pending_change> entries_;
};

}  // namespace

std::vector<storage::pending_change> timeline_changes(const assembled_story& now,
                                                      const std::vector<stored_event_row>& before,
                                                      const storage::timeline_change& change,
                                                      const std::vector<std::string>& losers) {
    if (change.events.empty() && change.replaced.empty() && change.removed.empty()) return {};
    logbook log(now, before, losers);
    for (const auto& row : change.events) log.write(row);
    for (const auto& [gone, successor] : change.replaced) log.write_merge(gone, successor);
    for (const auto& gone : change.removed) log.write_removal(gone);
    return log.take();
}

}  // namespace throughline::jobs
