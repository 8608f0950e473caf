#include "storage/event_history.hpp"

#include "storage/absence.hpp"
#include "storage/rows.hpp"
#include "storage/story_rows.hpp"
#include "storage/transaction.hpp"
#include "timeline/select.hpp"

namespace throughline::storage {
namespace {

// $1 events. One that has changed twice since the last published revision is already kept as that revision shows it.
constexpr query archive{"archive_events", R"(
    INSERT INTO event_versions (story_id, event_id, from_revision, to_revision, position, type, first_day, last_day,
                                salience, source_count, names, document)
    SELECT e.story_id, e.event_id, e.since_revision, s.revision + 1, e.position, e.type, e.first_day, e.last_day,
           e.salience, e.source_count,
           ARRAY(SELECT DISTINCT n FROM event_participants p, unnest(p.names) AS n
                 WHERE p.story_id = e.story_id AND p.event_id = e.event_id ORDER BY n),
           e.document
    FROM event_directory d
    CROSS JOIN LATERAL (SELECT * FROM events WHERE story_id = d.story_id AND event_id = d.event_id OFFSET 0) AS e
    CROSS JOIN LATERAL (SELECT revision, merged_into FROM stories WHERE story_id = e.story_id OFFSET 0) AS s
    WHERE d.event_id = ANY($1::text[]) AND e.since_revision <= s.revision AND s.merged_into IS NULL)"};

// $1 story, $2 revisions
constexpr query trim{"trim_history", R"(
    WITH kept AS (UPDATE stories SET history_from = revision - $2 + 1
                  WHERE story_id = $1 AND history_from < revision - $2 + 1 RETURNING history_from)
    DELETE FROM event_versions v USING kept WHERE v.story_id = $1 AND v.to_revision <= kept.history_from)"};

constexpr query read_range{"history_range", R"(
    SELECT revision, history_from FROM stories WHERE story_id = $1 AND revision > 0 AND merged_into IS NULL)"};

constexpr query read_head{"past_head", R"(
    SELECT r.story_id, r.title, r.revision, r.article_count, r.publisher_count, r.event_count, r.first_day, r.last_day,
           )" THROUGHLINE_RFC3339("r.published_at") R"(
    FROM story_revisions r WHERE r.story_id = $1 AND r.revision = $2)"};

// $1 story, $2 revision, then as in timeline_store.cpp: $3 after which position, $4 from, $5 to, $6 type, $7
// participant, $8 sources at least
constexpr query read_events{"past_events", R"(
    SELECT e.position, e.document, e.salience, e.first_day, e.last_day FROM (
        SELECT position, document, salience, first_day, last_day, type, source_count,
               EXISTS (SELECT FROM event_participants p WHERE p.story_id = now.story_id AND p.event_id = now.event_id
                       AND p.names @> ARRAY[lower($7)]) AS takes_part
        FROM events now WHERE story_id = $1 AND since_revision <= $2
        UNION ALL
        SELECT position, document, salience, first_day, last_day, type, source_count, names @> ARRAY[lower($7)]
        FROM event_versions WHERE story_id = $1 AND from_revision <= $2 AND to_revision > $2) AS e
    WHERE position > $3
      AND ($4::date IS NULL OR coalesce(e.last_day, e.first_day) IS NOT NULL
           AND (e.last_day IS NULL OR e.last_day >= $4))
      AND ($5::date IS NULL OR coalesce(e.last_day, e.first_day) IS NOT NULL
           AND (e.first_day IS NULL OR e.first_day <= $5))
      AND ($6 = '' OR e.type = $6) AND e.source_count >= $8 AND ($7 = '' OR e.takes_part)
    ORDER BY e.position)"};

std::vector<std::uint32_t> all_of(const pqxx::result& rows) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(rows.size()); ++i) indices.push_back(i);
    return indices;
}

std::vector<std::uint32_t> best_of(const pqxx::result& rows, std::uint32_t most) {
    std::vector<timeline::selection_candidate> candidates;
    for (const auto& row : rows) candidates.push_back({number(row[2]), date(row[3]), date(row[4])});
    return timeline::select_best(candidates, most);
}

/// Why the revision cannot be shown.
std::optional<error> refusal(transaction& tx, const timeline_query& query) {
    const auto range = tx.exec(read_range, query.story_id);
    if (range.empty()) return absence(tx, query.story_id, "story");
    if (query.as_of > integer(range[0][0]))
        return error{errc::not_found, "The story's newest revision is " + std::string(text(range[0][0])) + ".",
                     "as_of"};
    if (query.as_of < integer(range[0][1]))
        return error{errc::gone, "Revisions before " + std::string(text(range[0][1])) + " are no longer kept.",
                     "as_of"};
    return std::nullopt;
}

}  // namespace

void archive_events(transaction& tx, const std::vector<std::string>& event_ids) {
    if (!event_ids.empty()) tx.exec(archive, event_ids);
}

void trim_history(transaction& tx, std::string_view story_id, std::uint32_t revisions) {
    tx.exec(trim, story_id, revisions);
}

result<timeline_page> read_past_timeline(transaction& tx, const timeline_query& query) {
    if (const auto why = refusal(tx, query)) return *why;
    const auto rows = tx.exec(read_events, query.story_id, query.as_of, query.after.value_or(0), query.from, query.to,
                              query.type, query.participant, query.min_sources);
    const auto head = tx.exec(read_head, query.story_id, query.as_of);
    // Each statement is of its own moment: a part of what they were to find may have been forgotten in between.
    if (const auto why = refusal(tx, query)) return *why;

    timeline_page page;
    page.head = read_story(head[0]);
    const auto chosen = query.max > 0 ? best_of(rows, query.max) : all_of(rows);
    for (const auto index : chosen) {
        const auto& row = rows[static_cast<pqxx::result::size_type>(index)];
        if (query.limit != 0 && page.count == query.limit) {
            // A short chronology is one page.
            if (query.max == 0) page.next = integer(rows[static_cast<pqxx::result::size_type>(index - 1)][0]);
            break;
        }
        page.events += page.count++ == 0 ? "[" : ",";
        page.events += text(row[1]);
    }
    page.events += page.count == 0 ? "[]" : "]";
    return page;
}

}  // namespace throughline::storage
