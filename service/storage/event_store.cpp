#include "storage/event_store.hpp"

#include "storage/event_details.hpp"
#include "storage/event_history.hpp"
#include "storage/retired_ids.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <algorithm>
#include <map>

namespace throughline::storage {
namespace {

constexpr query lock_several{"lock_stories", R"(
    SELECT story_id, revision > 0 AND merged_into IS NULL FROM stories WHERE story_id = ANY($1::text[])
    ORDER BY story_id FOR NO KEY UPDATE)"};
// Where articles that the story's events rest on stand now.
constexpr query lock_elsewhere{"lock_heirs", R"(
    SELECT story_id FROM stories WHERE story_id = ANY(ARRAY(
        SELECT a.story_id FROM (
            SELECT DISTINCT article_id FROM event_mentions
            WHERE story_id = ANY(ARRAY(SELECT $1 UNION ALL SELECT story_id FROM stories WHERE merged_into = $1))) AS told
        CROSS JOIN LATERAL (SELECT story_id FROM articles WHERE article_id = told.article_id OFFSET 0) AS a
        WHERE a.story_id <> $1))
    ORDER BY story_id FOR NO KEY UPDATE)"};
constexpr query recount{"recount_events", R"(
    UPDATE stories s SET event_count = (SELECT count(*) FROM events e WHERE e.story_id = s.story_id)
    WHERE s.story_id = $1)"};

constexpr query select_stamp{"timeline_stamp", "SELECT revision || ' ' || updated_at FROM stories WHERE story_id = $1"};
constexpr query compare_stamp{"stands_as_written", R"(
    SELECT revision || ' ' || updated_at = $2 AND NOT EXISTS (SELECT FROM stories WHERE merged_into = $1)
           AND NOT EXISTS (SELECT FROM event_mentions WHERE article_id = ANY($3::text[]))
    FROM stories WHERE story_id = $1)"};

constexpr query lock_rows{"hold_story", R"(
    SELECT story_id, merged_into FROM stories WHERE story_id = $1 OR merged_into = $1 ORDER BY story_id FOR NO KEY UPDATE)"};

// $1 story. Its own events and those elsewhere that rest on its articles and on none of the story that they stand in.
// Each row is looked up by key (OFFSET 0), also by a plan that was made while the tables were small.
constexpr query select_events{"load_stored_events", R"(
    WITH own AS MATERIALIZED (SELECT $1 AS story_id UNION ALL SELECT story_id FROM stories WHERE merged_into = $1),
    coming AS MATERIALIZED (
        SELECT DISTINCT em.story_id, em.event_id
        FROM story_articles sa CROSS JOIN LATERAL (
            SELECT story_id, event_id FROM event_mentions
            WHERE article_id = sa.article_id AND story_id <> ALL(ARRAY(SELECT story_id FROM own)) OFFSET 0) AS em
        CROSS JOIN LATERAL (
            SELECT coalesce(merged_into, story_id) AS home FROM stories WHERE story_id = em.story_id OFFSET 0) AS s
        WHERE sa.story_id = $1 AND NOT EXISTS (
            SELECT FROM event_mentions rest CROSS JOIN LATERAL (
                SELECT story_id FROM articles WHERE article_id = rest.article_id OFFSET 0) AS a
            WHERE rest.story_id = em.story_id AND rest.event_id = em.event_id AND a.story_id = s.home OFFSET 0)),
    chosen AS (
        SELECT story_id, event_id, position, document, details_hash, true AS is_own FROM events
        WHERE story_id = ANY(ARRAY(SELECT story_id FROM own))
        UNION ALL
        SELECT e.*, false FROM coming CROSS JOIN LATERAL (
            SELECT story_id, event_id, position, document, details_hash FROM events e
            WHERE e.story_id = coming.story_id AND e.event_id = coming.event_id OFFSET 0) AS e)
    SELECT e.event_id, e.story_id, e.position, e.document, e.details_hash, e.is_own, em.article_id, em.key, em.story_id,
           em.trigger_start, em.trigger_end
    FROM chosen e LEFT JOIN LATERAL (
        SELECT em.article_id, a.key, a.story_id, m.trigger_start, m.trigger_end
        FROM event_mentions em
        CROSS JOIN LATERAL (
            SELECT trigger_start, trigger_end FROM mentions m
            WHERE m.article_id = em.article_id AND m.version = em.version AND m.ordinal = em.ordinal OFFSET 0) AS m
        CROSS JOIN LATERAL (SELECT key, story_id FROM articles WHERE article_id = em.article_id OFFSET 0) AS a
        WHERE em.story_id = e.story_id AND em.event_id = e.event_id OFFSET 0) AS em ON true
    ORDER BY e.story_id, e.event_id)"};

constexpr query delete_events{"delete_events", R"(
    DELETE FROM events e USING event_directory d
    WHERE d.event_id = ANY($1::text[]) AND e.story_id = d.story_id AND e.event_id = d.event_id)"};
// $1 story, $2 ids, $3 positions
constexpr query move_events{"move_events", R"(
    UPDATE events e SET position = n.position, since_revision = (SELECT revision + 1 FROM stories WHERE story_id = $1)
    FROM unnest($2::text[], $3::bigint[]) AS n(event_id, position)
    WHERE e.story_id = $1 AND e.event_id = n.event_id)"};

// $1 story, then one array a column
constexpr query upsert_events{"upsert_events", R"(
    INSERT INTO events (story_id, event_id, position, type, first_day, last_day, salience, source_count, origin_count,
                        document, details_hash, since_revision)
    SELECT $1, n.*, (SELECT revision + 1 FROM stories WHERE story_id = $1)
    FROM unnest($2::text[], $3::bigint[], $4::text[], $5::date[], $6::date[], $7::real[], $8::int[], $9::int[],
                $10::text[], $11::text[]) AS n
    ON CONFLICT (story_id, event_id) DO UPDATE SET
        position = excluded.position, type = excluded.type, first_day = excluded.first_day,
        last_day = excluded.last_day, salience = excluded.salience, source_count = excluded.source_count,
        origin_count = excluded.origin_count, document = excluded.document, details_hash = excluded.details_hash,
        since_revision = excluded.since_revision)"};
constexpr query insert_directory{"insert_event_directory", R"(
    INSERT INTO event_directory (event_id, story_id) SELECT unnest($2::text[]), $1)"};

// $1 story … $8 words for search
constexpr query update_summary{"write_summary", R"(
    WITH said AS MATERIALIZED (SELECT to_tsvector('english', $8) AS words)
    UPDATE stories SET title = $2, article_count = $3, publisher_count = $4, event_count = $5, first_day = $6,
                       last_day = $7, search = words
    FROM said WHERE story_id = $1
      AND (title, article_count, publisher_count, event_count, first_day, last_day, search)
          IS DISTINCT FROM ($2::text, $3::int, $4::int, $5::int, $6::date, $7::date, words))"};

// $1 story, $2 keys, $3 names, $4 all names of each parted by the unit separator, $5 events, $6 whether these are all
constexpr query upsert_entities{"write_entities", R"(
    WITH now_there AS MATERIALIZED (
        SELECT key, name, events,
               ARRAY(SELECT DISTINCT n FROM unnest(string_to_array(lower(e.names), chr(31))) AS n ORDER BY n) AS names
        FROM unnest($2::text[], $3::text[], $4::text[], $5::int[]) AS e(key, name, names, events)),
    gone AS (
        DELETE FROM story_entities WHERE story_id = $1 AND (
            key = ANY(ARRAY(SELECT key FROM now_there WHERE events = 0))
            OR $6 AND key <> ALL(ARRAY(SELECT key FROM now_there))))
    INSERT INTO story_entities AS e (story_id, key, name, names, events)
    SELECT $1, key, name, names, events FROM now_there WHERE events > 0
    ON CONFLICT (story_id, key) DO UPDATE SET name = excluded.name, names = excluded.names, events = excluded.events
    WHERE (e.name, e.names, e.events) IS DISTINCT FROM (excluded.name, excluded.names, excluded.events))"};

// One that was merged while this timeline was being written keeps its events until the next writing.
constexpr query drop_merged{"finish_merges", R"(
    DELETE FROM stories s WHERE merged_into = $1
      AND NOT EXISTS (SELECT FROM events e WHERE e.story_id = s.story_id))"};

/// An event that a story may have to keep.
struct candidate_event {
    stored_event_row row;
    bool is_own = false;                         ///< it stands in the story, or in one that was merged into it
    std::map<std::string, std::size_t> holders;  ///< mentions by the story in which their article stands now

    /// An event stays while its story has one of its articles or nobody has; else it goes where most of its mentions
    /// are.
    std::string_view keeper(std::string_view story_id) const {
        if (is_own && (holders.empty() || holders.contains(std::string(story_id)))) return story_id;
        const auto fewer = [](const auto& left, const auto& right) { return left.second < right.second; };
        return std::max_element(holders.begin(), holders.end(), fewer)->first;
    }
};

template <class Value>
auto column(const std::vector<event_row>& events, Value value) {
    std::vector<decltype(value(events.front()))> list;
    list.reserve(events.size());
    for (const auto& event : events) list.push_back(value(event));
    return list;
}

void upsert(transaction& tx, std::string_view story_id, const std::vector<event_row>& events) {
    using row = const event_row&;
    params values(story_id);
    values.add(column(events, [](row e) { return e.id; }));
    values.add(column(events, [](row e) { return e.position; }));
    values.add(column(events, [](row e) { return e.type; }));
    values.add(column(events, [](row e) { return e.first; }));
    values.add(column(events, [](row e) { return e.last; }));
    values.add(column(events, [](row e) { return e.salience; }));
    values.add(column(events, [](row e) { return e.source_count; }));
    values.add(column(events, [](row e) { return e.origin_count; }));
    values.add(column(events, [](row e) { return e.document; }));
    values.add(column(events, [](row e) { return e.details_hash(); }));
    tx.exec(upsert_events, values);
    std::vector<std::string> added;
    for (const auto& event : events)
        if (!event.stands) added.push_back(event.id);
    if (!added.empty()) tx.exec(insert_directory, story_id, added);
}

void redirect(transaction& tx, const std::vector<std::pair<std::string, std::string>>& replaced) {
    std::vector<std::string> old_ids;
    std::vector<std::string> new_ids;
    for (const auto& [old_id, new_id] : replaced) {
        old_ids.push_back(old_id);
        new_ids.push_back(new_id);
    }
    tx.exec(delete_events, old_ids);
    redirect_ids(tx, old_ids, new_ids);
}

/// All stored events that the change writes to or deletes.
std::vector<std::string> stored_ids_of(const timeline_change& change) {
    auto ids = change.removed;
    ids.insert(ids.end(), change.taken.begin(), change.taken.end());
    for (const auto& [gone, successor] : change.replaced) ids.push_back(gone);
    for (const auto& [moved, position] : change.moved) ids.push_back(moved);
    for (const auto& event : change.events)
        if (event.stands) ids.push_back(event.id);
    return ids;
}

void reposition(transaction& tx, std::string_view story_id,
                const std::vector<std::pair<std::string, std::int64_t>>& moved) {
    std::vector<std::string> ids;
    std::vector<std::int64_t> positions;
    for (const auto& [id, position] : moved) {
        ids.push_back(id);
        positions.push_back(position);
    }
    tx.exec(move_events, story_id, ids, positions);
}

}  // namespace

held_story hold_story(transaction& tx, std::string_view story_id) {
    held_story held;
    for (const auto& row : tx.exec(lock_rows, story_id)) {
        if (text(row[0]) == story_id)
            held.stands = row[1].is_null();
        else
            held.takes_in = true;
    }
    return held;
}

std::string timeline_stamp(transaction& tx, std::string_view story_id) {
    return std::string(text(tx.exec(select_stamp, story_id)[0][0]));
}

bool stands_as_written(transaction& tx, std::string_view story_id, std::string_view stamp,
                       const std::vector<std::string>& new_articles) {
    return !stamp.empty() && flag(tx.exec(compare_stamp, story_id, stamp, new_articles)[0][0]);
}

std::vector<std::string> lock_stories(transaction& tx, const std::vector<std::string>& story_ids) {
    std::vector<std::string> live;
    for (const auto& row : tx.exec(lock_several, story_ids))
        if (flag(row[1])) live.emplace_back(text(row[0]));
    return live;
}

void lock_heirs(transaction& tx, std::string_view story_id) { tx.exec(lock_elsewhere, story_id); }

void recount_events(transaction& tx, std::string_view story_id) { tx.exec(recount, story_id); }

stored_events load_stored_events(transaction& tx, std::string_view story_id) {
    std::vector<candidate_event> candidates;
    for (const auto& row : tx.exec(select_events, story_id)) {
        if (candidates.empty() || candidates.back().row.id != text(row[0])) {
            auto& next = candidates.emplace_back();
            next.row.id = text(row[0]);
            next.row.story_id = text(row[1]);
            next.row.position = integer(row[2]);
            next.row.document = text(row[3]);
            next.row.details_hash = text(row[4]);
            next.is_own = flag(row[5]);
        }
        if (row[6].is_null()) continue;
        candidates.back().row.mentions.push_back(
            {std::string(text(row[6])), std::string(text(row[7])), {count(row[9]), count(row[10])}});
        if (!row[8].is_null()) ++candidates.back().holders[std::string(text(row[8]))];
    }
    stored_events found;
    for (auto& candidate : candidates) {
        if (candidate.keeper(story_id) == story_id)
            found.events.push_back(std::move(candidate.row));
        else if (candidate.is_own)
            for (const auto& [story, mentions] : candidate.holders) found.heirs.insert(story);
    }
    return found;
}

void write_timeline(transaction& tx, std::string_view story_id, const timeline_change& change) {
    archive_events(tx, stored_ids_of(change));
    auto leaving = change.removed;
    leaving.insert(leaving.end(), change.taken.begin(), change.taken.end());
    if (!leaving.empty()) tx.exec(delete_events, leaving);
    bury_ids(tx, change.removed);
    if (!change.replaced.empty()) redirect(tx, change.replaced);
    if (!change.moved.empty()) reposition(tx, story_id, change.moved);
    if (change.events.empty()) return;
    upsert(tx, story_id, change.events);
    event_details(change).write(tx, story_id);
}

bool write_summary(transaction& tx, std::string_view story_id, const story_summary& summary) {
    return tx.exec(update_summary, story_id, summary.title, summary.article_count, summary.publisher_count,
                   summary.event_count, summary.first, summary.last, summary.search)
               .affected_rows() > 0;
}

void write_entities(transaction& tx, std::string_view story_id, const std::vector<entity_row>& rows,
                    entity_rows which) {
    if (rows.empty() && which == entity_rows::some) return;
    std::vector<std::string> keys;
    std::vector<std::string> names;
    std::vector<std::string> all_names;
    std::vector<std::int64_t> events;
    for (const auto& row : rows) {
        keys.push_back(row.key);
        names.push_back(row.name);
        all_names.push_back(unit_separated(row.names));
        events.push_back(row.events);
    }
    tx.exec(upsert_entities, story_id, keys, names, all_names, events, which == entity_rows::all);
}

void finish_merges(transaction& tx, std::string_view story_id) { tx.exec(drop_merged, story_id); }

}  // namespace throughline::storage
