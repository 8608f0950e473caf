#include "storage/change_log.hpp"

#include "storage/absence.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

constexpr query read_newest{"newest_revision", R"(
    SELECT revision FROM stories WHERE story_id = $1 AND revision > 0 AND merged_into IS NULL)"};

// $1 story, $2 and $3 the revision and change after which, $4 the newest revision, $5 rows at most. A revision without
// changes of events is a row without a change.
constexpr query read_changes{"list_changes",
                             R"(
    SELECT r.revision, )" THROUGHLINE_RFC3339(
                                 "r.published_at") R"(, c.change_id, c.kind, c.event_id, c.title, c.into_id,
           c.fields, c.reason, a.article_id, a.headline, a.publisher
    FROM story_revisions r
    LEFT JOIN story_changes c ON c.story_id = r.story_id AND c.revision = r.revision
         AND c.kind IN ('event_added', 'event_changed', 'event_merged', 'event_removed')
    LEFT JOIN LATERAL (
        SELECT a.article_id, v.headline, v.publisher
        FROM articles a JOIN article_versions v ON v.article_id = a.article_id AND v.version = a.version
        WHERE a.article_id = c.article_id OFFSET 0) AS a ON true
    WHERE r.story_id = $1 AND r.revision >= $2 AND r.revision <= $4
      AND (r.revision, coalesce(c.change_id, $3)) > ($2, $3)
    ORDER BY r.revision, c.change_id LIMIT $5)"};

/// "event_added" is "added" to those who follow events alone.
std::string kind_of(std::string_view logged) { return std::string(logged.substr(std::string_view("event_").size())); }

event_change read_change(const pqxx::row& row) {
    event_change change;
    change.kind = kind_of(text(row[3]));
    change.event_id = text(row[4]);
    change.title = text(row[5]);
    change.into = text(row[6]);
    change.fields = text(row[7]);
    change.reason = text(row[8]);
    change.article_id = text(row[9]);
    change.headline = text(row[10]);
    change.publisher = text(row[11]);
    return change;
}

}  // namespace

result<change_page> list_changes(transaction& tx, std::string_view story_id, change_position after,
                                 std::uint32_t limit) {
    const auto head = tx.exec(read_newest, story_id);
    if (head.empty()) return absence(tx, story_id, "story");
    change_page page;
    page.newest = integer(head[0][0]);
    if (after.revision > page.newest)
        return error{errc::not_found, "The story's newest revision is " + std::to_string(page.newest) + ".", "since"};

    std::uint32_t count = 0;
    change_position last;
    for (const auto& row : tx.exec(read_changes, story_id, after.revision, after.change, page.newest, limit + 1)) {
        if (count++ == limit) {
            page.next = last;
            break;
        }
        last = {integer(row[0]), row[2].is_null() ? everything_of_revision : integer(row[2])};
        if (page.revisions.empty() || page.revisions.back().revision != last.revision)
            page.revisions.push_back({last.revision, std::string(text(row[1])), {}});
        if (!row[2].is_null()) page.revisions.back().changes.push_back(read_change(row));
    }
    return page;
}

}  // namespace throughline::storage
