#include "jobs/timeline_rewrite.hpp"

#include "core/ids.hpp"
#include "jobs/event_rows.hpp"
#include "jobs/positions.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace throughline::jobs {
namespace {

timeline::mention_identity identity_of(timeline::mention_ref ref, const storage::story_records& records) {
    const auto& record = records.records[ref.article];
    const auto trigger = record.mentions[ref.mention].trigger;
    return {record.key, trigger.begin, trigger.end};
}

std::vector<std::string> articles_behind(const storage::story_records& records, std::size_t first) {
    std::vector<std::string> ids;
    for (auto i = first; i < records.sources.size(); ++i) ids.push_back(records.sources[i].article_id);
    return ids;
}

}  // namespace

timeline_rewrite::timeline_rewrite(storage::transaction& tx, std::string story_id, story_state state)
    : story_id_(std::move(story_id)), state_(std::move(state)) {
    const auto known = state_.records.records.size();
    const bool grown = storage::refresh_records(tx, story_id_, state_.records);
    if (!grown) state_.timeline = {};
    stands_ = grown && storage::stands_as_written(tx, story_id_, state_.stamp, articles_behind(state_.records, known));
    if (!stands_) {
        state_.written.clear();
        load_before(tx);
    }
    state_.timeline.grow(state_.records.records);
    identify();
}

/// Loads the events as they stand. Other workers may be writing the stories that events come over from or go over to:
/// these are held first, and what they hold then counts.
void timeline_rewrite::load_before(storage::transaction& tx) {
    std::set<std::string> held{story_id_};
    for (;;) {
        auto [events, heirs] = storage::load_stored_events(tx, story_id_);
        before_ = std::move(events);
        heirs_ = std::move(heirs);
        std::vector<std::string> others;
        const auto hold = [&](const std::string& story) {
            if (held.insert(story).second) others.push_back(story);
        };
        for (const auto& event : before_) hold(event.story_id);
        for (const auto& heir : heirs_) hold(heir);
        if (others.empty()) break;
        const auto live = storage::lock_stories(tx, others);
        robbed_.insert(robbed_.end(), live.begin(), live.end());
    }
    std::erase_if(robbed_, [&](const std::string& story) {
        return std::none_of(before_.begin(), before_.end(),
                            [&](const storage::stored_event_row& event) { return event.story_id == story; });
    });
}

/// An event with the mentions that it was written with keeps its id: it shares none with any other. The rest is
/// matched.
void timeline_rewrite::identify() {
    const auto& numbers = state_.timeline.numbers();
    ids_.resize(numbers.size());
    kept_.assign(numbers.size(), nullptr);
    std::set<std::uint32_t> unmatched;
    for (const auto& [number, written] : state_.written) unmatched.insert(number);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto known = state_.written.find(numbers[i]);
        if (known == state_.written.end() || state_.timeline.changed()[i]) {
            identified_.push_back(i);
            continue;
        }
        kept_[i] = &known->second;
        ids_[i] = known->second.id;
        unmatched.erase(numbers[i]);
    }
    for (const auto number : unmatched) {
        remember(state_.written.at(number));
        state_.written.erase(number);
    }

    std::vector<timeline::stored_event> stored;
    for (const auto& event : before_) {
        auto& next = stored.emplace_back(timeline::stored_event{event.id, {}});
        for (const auto& mention : event.mentions)
            next.mentions.push_back({mention.article_key, mention.trigger.begin, mention.trigger.end});
    }
    std::vector<timeline::assembled_event> assembled;
    for (const auto i : identified_) {
        auto& next = assembled.emplace_back();
        for (const auto& ref : story().events[i].mentions) next.mentions.push_back(identity_of(ref, records()));
    }
    identity_ = timeline::assign_identities(stored, assembled);
    for (std::size_t i = 0; i < identified_.size(); ++i)
        ids_[identified_[i]] = identity_.ids[i] ? *identity_.ids[i] : new_id(id_kind::event);
}

/// What was written of an event, as it would be loaded.
void timeline_rewrite::remember(const written_event& written) {
    storage::stored_event_row row{written.id, story_id_, written.position, written.document, written.details_hash, {}};
    for (const auto& ref : written.mentions) {
        const auto& record = records().records[ref.article];
        row.mentions.push_back(
            {records().sources[ref.article].article_id, record.key, record.mentions[ref.mention].trigger});
    }
    before_.push_back(std::move(row));
    named_.insert(written.people.begin(), written.people.end());
}

const storage::stored_event_row* timeline_rewrite::standing(const std::string& id) const {
    const auto found = before_by_id_.find(id);
    return found != before_by_id_.end() && found->second->story_id == story_id_ ? found->second : nullptr;
}

std::vector<std::int64_t> timeline_rewrite::positions() const {
    std::vector<std::optional<std::int64_t>> old;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        if (kept_[i]) {
            old.emplace_back(kept_[i]->position);
        } else {
            const auto* row = standing(ids_[i]);
            old.push_back(row ? std::optional(row->position) : std::nullopt);
        }
    }
    return spread_positions(old);
}

std::vector<written_link> timeline_rewrite::links_of(std::size_t event) const {
    std::vector<written_link> links;
    for (const auto& link : story().events[event].links)
        links.push_back({link.kind, ids_[link.target], link.source, link.words});
    return links;
}

bool timeline_rewrite::is_linked_as(std::size_t event, const std::vector<written_link>& written) const {
    const auto& links = story().events[event].links;
    return std::equal(links.begin(), links.end(), written.begin(), written.end(),
                      [&](const timeline::event_link& now, const written_link& before) {
                          return now.kind == before.kind && ids_[now.target] == before.target_id &&
                                 now.source == before.source && now.words == before.words;
                      });
}

storage::timeline_change timeline_rewrite::compare() {
    // What is linked to otherwise is written anew as well.
    std::vector<std::size_t> fresh;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        if (kept_[i] && is_linked_as(i, kept_[i]->links)) continue;
        if (kept_[i]) remember(*kept_[i]);
        fresh.push_back(i);
    }
    for (const auto& event : before_) before_by_id_.emplace(event.id, &event);
    const auto places = positions();

    storage::timeline_change change;
    for (std::size_t i = 0; i < ids_.size(); ++i)
        if (kept_[i] && kept_[i]->position != places[i]) {
            if (!std::binary_search(fresh.begin(), fresh.end(), i)) change.moved.emplace_back(ids_[i], places[i]);
            kept_[i]->position = places[i];
        }
    for (const auto i : fresh) {
        auto row = make_row(story(), records(), ids_, i);
        row.position = places[i];
        const auto hash = row.details_hash();
        std::vector<std::string> people;
        for (const auto& participant : row.participants) people.push_back(participant.key);
        named_.insert(people.begin(), people.end());
        state_.written.insert_or_assign(state_.timeline.numbers()[i],
                                        written_event{row.id, row.position, row.document, hash,
                                                      story().events[i].mentions, links_of(i), std::move(people)});
        const auto* here = standing(row.id);
        row.stands = here != nullptr;
        if (!here && before_by_id_.contains(row.id)) change.taken.push_back(row.id);
        const auto details = storage::differing_details(here ? here->details_hash : "", hash);
        if (here && details.empty() && here->document == row.document) {
            if (here->position != row.position) change.moved.emplace_back(row.id, row.position);
            continue;
        }
        for (const auto detail : details)
            change.details[static_cast<std::size_t>(detail)].push_back(change.events.size());
        change.events.push_back(std::move(row));
    }
    for (const auto& gone : identity_.replaced)
        change.replaced.emplace_back(gone.id, ids_[identified_[gone.successor]]);
    change.removed = identity_.removed;
    return change;
}

}  // namespace throughline::jobs
