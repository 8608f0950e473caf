#include "storage/revision_log.hpp"

#include "storage/event_store.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <algorithm>

namespace throughline::storage {
namespace {

// One array a column
constexpr query insert_changes{"insert_changes", R"(
    WITH opened AS (
        INSERT INTO story_revisions (story_id, revision)
        SELECT story_id, revision + 1 FROM stories WHERE story_id = ANY($1::text[]) ORDER BY story_id
        ON CONFLICT DO NOTHING)
    INSERT INTO story_changes (story_id, revision, kind, event_id, article_id, reason, title, into_id, fields)
    SELECT s.story_id, s.revision + 1, c.kind, nullif(c.event_id, ''), nullif(c.article_id, ''), c.reason, c.title,
           nullif(c.into_id, ''), nullif(c.fields, '')::json
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
             WITH ORDINALITY AS c(story_id, kind, event_id, article_id, reason, title, into_id, fields, place)
    CROSS JOIN LATERAL (SELECT story_id, revision FROM stories WHERE story_id = c.story_id OFFSET 0) AS s
    ORDER BY c.place)"};

constexpr query select_open{"revision_open", R"(
    SELECT EXISTS (SELECT FROM stories s JOIN story_revisions r ON r.story_id = s.story_id
                   AND r.revision = s.revision + 1 WHERE s.story_id = $1))"};

// The revision as the story's row, "head", shows it.
#define PUBLISH_HEAD                                                                                                   \
    "INSERT INTO story_revisions AS r (story_id, revision, published_at, title, article_count, publisher_count, "      \
    "event_count, first_day, last_day) SELECT story_id, revision, updated_at, title, article_count, "                  \
    "publisher_count, event_count, first_day, last_day FROM head ON CONFLICT (story_id, revision) DO UPDATE SET "      \
    "published_at = excluded.published_at, title = excluded.title, article_count = excluded.article_count, "           \
    "publisher_count = excluded.publisher_count, event_count = excluded.event_count, first_day = excluded.first_day, " \
    "last_day = excluded.last_day RETURNING r.revision, r.revision || ' ' || r.published_at"

constexpr query publish{"publish_revision", R"(
    WITH head AS (UPDATE stories SET revision = revision + 1, updated_at = clock_timestamp() WHERE story_id = $1
                  RETURNING *) )" PUBLISH_HEAD};

// $1 story … $8 words for search
constexpr query publish_summary{"publish_summary", R"(
    WITH head AS (UPDATE stories SET revision = revision + 1, updated_at = clock_timestamp(), title = $2,
                         article_count = $3, publisher_count = $4, event_count = $5, first_day = $6, last_day = $7,
                         search = to_tsvector('english', $8)
                  WHERE story_id = $1 RETURNING *) )" PUBLISH_HEAD};
#undef PUBLISH_HEAD

// The article without which the open revision would not be, where there is one alone.
constexpr query select_cause{"revision_cause", R"(
    SELECT min(c.article_id) FROM stories s JOIN story_changes c ON c.story_id = s.story_id AND c.revision = s.revision + 1
    WHERE s.story_id = $1 AND c.kind IN ('article_added', 'article_removed')
    HAVING count(DISTINCT c.article_id) = 1)"};

// $1 story, $2 revisions at most, $3 before which
constexpr query select_revisions{"list_revisions", R"(
    SELECT r.revision, )" THROUGHLINE_RFC3339("r.published_at") R"(, c.kind, c.event_id, c.article_id, c.reason,
           c.title, c.into_id
    FROM (SELECT * FROM story_revisions
          WHERE story_id = $1 AND published_at IS NOT NULL AND ($3::bigint IS NULL OR revision < $3)
          ORDER BY revision DESC LIMIT $2) AS r
    LEFT JOIN story_changes c ON c.story_id = r.story_id AND c.revision = r.revision
    ORDER BY r.revision DESC, c.change_id)"};

published_revision read_published(const pqxx::result& rows) {
    return {integer(rows[0][0]), std::string(text(rows[0][1]))};
}

}  // namespace

void log_changes(transaction& tx, const std::vector<pending_change>& changes) {
    if (changes.empty()) return;
    std::vector<std::string> stories;
    std::vector<std::string> kinds;
    std::vector<std::string> events;
    std::vector<std::string> articles;
    std::vector<std::string> reasons;
    std::vector<std::string> titles;
    std::vector<std::string> successors;
    std::vector<std::string> fields;
    for (const auto& change : changes) {
        stories.push_back(change.story_id);
        kinds.push_back(change.what.kind);
        events.push_back(change.what.event_id);
        articles.push_back(change.what.article_id);
        reasons.push_back(change.what.reason);
        titles.push_back(change.what.title);
        successors.push_back(change.what.into);
        fields.push_back(change.fields);
    }
    tx.exec(insert_changes, stories, kinds, events, articles, reasons, titles, successors, fields);
}

std::string revision_cause(transaction& tx, std::string_view story_id) {
    const auto rows = tx.exec(select_cause, story_id);
    return rows.empty() ? std::string() : std::string(text(rows[0][0]));
}

bool revision_open(transaction& tx, std::string_view story_id) { return flag(tx.exec(select_open, story_id)[0][0]); }

published_revision publish_revision(transaction& tx, std::string_view story_id) {
    return read_published(tx.exec(publish, story_id));
}

published_revision publish_revision(transaction& tx, std::string_view story_id, const story_summary& summary) {
    return read_published(tx.exec(publish_summary, story_id, summary.title, summary.article_count,
                                  summary.publisher_count, summary.event_count, summary.first, summary.last,
                                  summary.search));
}

std::vector<story_revision> list_revisions(transaction& tx, std::string_view story_id, std::uint32_t limit,
                                           std::optional<std::int64_t> before) {
    std::vector<story_revision> revisions;
    for (const auto& row : tx.exec(select_revisions, story_id, limit, before)) {
        const auto number = integer(row[0]);
        if (revisions.empty() || revisions.back().revision != number)
            revisions.push_back({number, std::string(text(row[1])), {}});
        if (!row[2].is_null())
            revisions.back().changes.push_back({std::string(text(row[2])), std::string(text(row[3])),
                                                std::string(text(row[4])), std::string(text(row[5])),
                                                std::string(text(row[6])), std::string(text(row[7]))});
    }
    return revisions;
}

}  // namespace throughline::storage
