// A story's timeline assembled anew beside the one that was written before: which event is which, and what to write.
#pragma once

#include "jobs/event_rows.hpp"
#include "jobs/story_memory.hpp"
#include "storage/event_store.hpp"
#include "storage/transaction.hpp"
#include "timeline/identity.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace throughline::jobs {

/// Where the story's events stand as this process wrote them, only those that a new article touches are looked at.
class timeline_rewrite {
public:
    /// Brings the state up to date and assembles it. The story is held by the transaction.
    timeline_rewrite(storage::transaction& tx, std::string story_id, story_state state);

    /// What has to be written; called once. The state then tells of the timeline as it is after that.
    storage::timeline_change compare();

    const timeline::story_timeline& story() const { return state_.timeline.story(); }
    const storage::story_records& records() const { return state_.records; }
    /// Ids of the timeline's events.
    const std::vector<std::string>& ids() const { return ids_; }
    /// What is to be written of the story's entities after compare().
    std::vector<storage::entity_row> entities() const { return make_entities(story(), stands_ ? &named_ : nullptr); }
    storage::entity_rows entities_given() const {
        return stands_ ? storage::entity_rows::some : storage::entity_rows::all;
    }
    /// The events before, as far as they may have changed.
    const std::vector<storage::stored_event_row>& before() const { return before_; }
    /// Other stories that readers see and that events of `before` stand in.
    const std::vector<std::string>& robbed() const { return robbed_; }
    /// Other stories that are to take over events of this one, whose articles they hold; held by the transaction.
    const std::set<std::string>& heirs() const { return heirs_; }

    story_state release() { return std::move(state_); }

private:
    void load_before(storage::transaction& tx);
    void identify();
    void remember(const written_event& written);
    std::vector<std::int64_t> positions() const;
    std::vector<written_link> links_of(std::size_t event) const;
    bool is_linked_as(std::size_t event, const std::vector<written_link>& written) const;
    const storage::stored_event_row* standing(const std::string& id) const;

    std::string story_id_;
    story_state state_;
    bool stands_ = false;          ///< the events are those that this process wrote last
    std::set<std::string> named_;  ///< keys of the participants of events that come, change or go
    std::vector<std::string> ids_;
    std::vector<written_event*>
        kept_;  ///< of each event, what was written where it and its id are the same; else nullptr
    std::vector<storage::stored_event_row> before_;
    std::unordered_map<std::string_view, const storage::stored_event_row*> before_by_id_;
    std::vector<std::string> robbed_;
    std::set<std::string> heirs_;
    timeline::identity_assignment identity_;  ///< of the events not kept
    std::vector<std::size_t> identified_;     ///< these events
};

}  // namespace throughline::jobs
