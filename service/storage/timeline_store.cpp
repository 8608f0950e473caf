#include "storage/timeline_store.hpp"

#include "storage/absence.hpp"
#include "storage/event_history.hpp"
#include "storage/rows.hpp"
#include "storage/story_rows.hpp"
#include "storage/transaction.hpp"
#include "timeline/select.hpp"

#include <algorithm>

namespace throughline::storage {
namespace {

// $1 story, $2 events at most, $3 after which position. One statement, so that head and events are of one moment.
constexpr query read_all{"read_timeline", "SELECT " THROUGHLINE_STORY_COLUMNS R"(, page.*
    FROM stories s LEFT JOIN LATERAL (
        SELECT string_agg(document, ',') FILTER (WHERE place <= $2), count(*) FILTER (WHERE place <= $2),
               max(position) FILTER (WHERE place <= $2), count(*) > $2
        FROM (SELECT document, position, row_number() OVER (ORDER BY position) AS place
              FROM events e WHERE e.story_id = s.story_id AND position > $3 ORDER BY position LIMIT $2 + 1) AS t) AS page
        ON true
    WHERE s.story_id = $1 AND s.merged_into IS NULL)"};

// $4 from, $5 to, $6 type, $7 participant, $8 sources at least; '' and NULL for no such condition
#define FILTER_EVENTS                                                                         \
    "e.story_id = $1 AND ($4::date IS NULL OR coalesce(e.last_day, e.first_day) IS NOT NULL " \
    "AND (e.last_day IS NULL OR e.last_day >= $4)) "                                          \
    "AND ($5::date IS NULL OR coalesce(e.last_day, e.first_day) IS NOT NULL "                 \
    "AND (e.first_day IS NULL OR e.first_day <= $5)) "                                        \
    "AND ($6 = '' OR e.type = $6) AND e.source_count >= $8 "                                  \
    "AND ($7 = '' OR EXISTS (SELECT FROM event_participants p WHERE p.story_id = e.story_id " \
    "AND p.event_id = e.event_id AND p.names @> ARRAY[lower($7)]))"

constexpr query read_filtered{"read_timeline_filtered", "SELECT " THROUGHLINE_STORY_COLUMNS R"(, page.*
    FROM stories s LEFT JOIN LATERAL (
        SELECT string_agg(document, ',') FILTER (WHERE place <= $2), count(*) FILTER (WHERE place <= $2),
               max(position) FILTER (WHERE place <= $2), count(*) > $2
        FROM (SELECT document, position, row_number() OVER (ORDER BY position) AS place
              FROM events e WHERE position > $3 AND )" FILTER_EVENTS R"( ORDER BY position LIMIT $2 + 1) AS t) AS page
        ON true
    WHERE s.story_id = $1 AND s.merged_into IS NULL)"};

// The same parameters; what choosing the most salient looks at, and the revision that it belongs to.
constexpr query read_candidates{"read_timeline_candidates", R"(
    SELECT s.revision, e.position, e.salience, e.first_day, e.last_day
    FROM stories s LEFT JOIN LATERAL (
        SELECT position, salience, first_day, last_day FROM events e
        WHERE e.position > $3 AND $2::bigint IS NOT NULL AND )" FILTER_EVENTS R"() AS e ON true
    WHERE s.story_id = $1 ORDER BY e.position)"};
#undef FILTER_EVENTS

// $1 story, $2 positions
constexpr query read_chosen{"read_timeline_chosen", "SELECT " THROUGHLINE_STORY_COLUMNS R"(, page.*
    FROM stories s LEFT JOIN LATERAL (
        SELECT string_agg(document, ',' ORDER BY position), count(*), max(position), false
        FROM events e WHERE e.story_id = s.story_id AND position = ANY($2::bigint[])) AS page ON true
    WHERE s.story_id = $1 AND s.merged_into IS NULL)"};

constexpr query read_revision{"story_revision", R"(
    SELECT revision FROM stories WHERE story_id = $1 AND revision > 0 AND merged_into IS NULL)"};

constexpr query read_event{"find_event", R"(
    SELECT e.document, s.story_id, s.title, s.revision
    FROM event_directory d JOIN events e USING (story_id, event_id) JOIN stories s USING (story_id)
    WHERE d.event_id = $1)"};

constexpr std::int64_t no_limit = 1'000'000'000;

bool has_filter(const timeline_query& query) {
    return query.from || query.to || !query.type.empty() || !query.participant.empty() || query.min_sources > 0;
}

params filter_values(const timeline_query& query) {
    const std::int64_t limit = query.limit == 0 ? no_limit : query.limit;
    return params(query.story_id, limit, query.after.value_or(0), query.from, query.to, query.type, query.participant,
                  query.min_sources);
}

struct choice {
    std::int64_t revision = 0;
    std::vector<std::int64_t> positions;
};

choice choose(transaction& tx, const timeline_query& query) {
    choice chosen;
    std::vector<std::int64_t> positions;
    std::vector<timeline::selection_candidate> candidates;
    for (const auto& row : tx.exec(read_candidates, filter_values(query))) {
        chosen.revision = integer(row[0]);
        if (row[1].is_null()) continue;
        positions.push_back(integer(row[1]));
        candidates.push_back({number(row[2]), date(row[3]), date(row[4])});
    }
    for (const auto index : timeline::select_best(candidates, query.max)) chosen.positions.push_back(positions[index]);
    if (query.limit != 0 && chosen.positions.size() > query.limit) chosen.positions.resize(query.limit);
    return chosen;
}

pqxx::result read_short(transaction& tx, const timeline_query& query) {
    for (;;) {
        const auto chosen = choose(tx, query);
        auto rows = tx.exec(read_chosen, query.story_id, chosen.positions);
        // What was chosen at one revision is not shown at the next, where others may stand at its positions.
        if (rows.empty() || read_story(rows[0]).revision == chosen.revision) return rows;
    }
}

pqxx::result read_page(transaction& tx, const timeline_query& query) {
    if (query.max > 0) return read_short(tx, query);
    if (has_filter(query)) return tx.exec(read_filtered, filter_values(query));
    const std::int64_t limit = query.limit == 0 ? no_limit : query.limit;
    return tx.exec(read_all, query.story_id, limit, query.after.value_or(0));
}

}  // namespace

result<timeline_page> read_timeline(transaction& tx, const timeline_query& query) {
    if (query.as_of) return read_past_timeline(tx, query);
    const auto rows = read_page(tx, query);
    if (rows.empty()) return absence(tx, query.story_id, "story");
    const auto& row = rows[0];
    timeline_page page;
    page.head = read_story(row);
    constexpr int first = story_column_count;
    const auto events = text(row[first]);
    page.events.reserve(events.size() + 2);
    page.events += '[';
    page.events += events;
    page.events += ']';
    page.count = count(row[first + 1]);
    if (flag(row[first + 3])) page.next = integer(row[first + 2]);
    return page;
}

std::optional<std::int64_t> story_revision_number(transaction& tx, std::string_view story_id) {
    const auto rows = tx.exec(read_revision, story_id);
    if (rows.empty()) return std::nullopt;
    return integer(rows[0][0]);
}

result<event_document> find_event(transaction& tx, std::string_view event_id) {
    const auto rows = tx.exec(read_event, event_id);
    if (rows.empty()) return absence(tx, event_id, "event");
    const auto& row = rows[0];
    event_document found;
    found.document = text(row[0]);
    found.stories.push_back({std::string(text(row[1])), std::string(text(row[2]))});
    found.revision = integer(row[3]);
    return found;
}

}  // namespace throughline::storage
