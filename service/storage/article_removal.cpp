#include "storage/absence.hpp"
#include "storage/article_graph.hpp"
#include "storage/article_store.hpp"
#include "storage/change_feed.hpp"
#include "storage/event_document.hpp"
#include "storage/event_history.hpp"
#include "storage/event_store.hpp"
#include "storage/job_store.hpp"
#include "storage/membership_store.hpp"
#include "storage/retired_ids.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

// Workers hold what a deletion needs for as long as their jobs take.
const std::string patience = "SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = '15s'";

constexpr query select_story{"story_of_article", R"(
    SELECT a.story_id, ARRAY(SELECT headline FROM article_versions v WHERE v.article_id = a.article_id)
    FROM articles a WHERE a.article_id = $1)"};

// All that rests on the article follows by foreign keys.
constexpr query delete_article{"delete_article", "DELETE FROM articles WHERE article_id = $1"};

constexpr query select_baseless{"baseless_events", R"(
    SELECT event_id, document::json ->> 'title' FROM events e WHERE story_id = $1
      AND NOT EXISTS (SELECT FROM event_mentions m WHERE m.story_id = e.story_id AND m.event_id = e.event_id))"};
constexpr query select_linked{"events_linked_to", R"(
    SELECT event_id, document FROM events WHERE story_id = $1 AND event_id <> ALL($2::text[]) AND event_id IN (
        SELECT event_id FROM event_links WHERE story_id = $1 AND target_id = ANY($2::text[])))"};
constexpr query update_documents{"unlink_events", R"(
    UPDATE events e SET document = n.document,
                        since_revision = (SELECT revision + 1 FROM stories WHERE story_id = $1)
    FROM unnest($2::text[], $3::text[]) AS n(event_id, document)
    WHERE e.story_id = $1 AND e.event_id = n.event_id)"};
constexpr query delete_baseless{"delete_baseless_events", R"(
    DELETE FROM events WHERE story_id = $1 AND event_id = ANY($2::text[]))"};

// $1 story, $2 headlines that are no more: where the story bears one of them, it takes that of another article.
constexpr query recount{"recount_story", R"(
    UPDATE stories s SET
        title = CASE WHEN s.title <> ALL($2::text[]) THEN s.title ELSE coalesce((
            SELECT v.headline FROM story_articles sa JOIN articles a USING (article_id)
            JOIN article_versions v USING (article_id, version) WHERE sa.story_id = s.story_id AND v.headline <> ''
            ORDER BY v.headline <> s.title, a.key COLLATE "C" LIMIT 1), '') END,
        first_day = (SELECT min(coalesce(e.first_day, e.last_day)) FROM events e WHERE e.story_id = s.story_id),
        last_day = (SELECT max(coalesce(e.last_day, e.first_day)) FROM events e WHERE e.story_id = s.story_id),
        article_count = (SELECT count(*) FROM story_articles a WHERE a.story_id = s.story_id),
        publisher_count = (SELECT count(DISTINCT coalesce(nullif(v.publisher, ''), a.key)) FROM story_articles sa JOIN articles a USING (article_id)
                           JOIN article_versions v USING (article_id, version) WHERE sa.story_id = s.story_id),
        event_count = (SELECT count(*) FROM events e WHERE e.story_id = s.story_id)
    WHERE s.story_id = $1)"};

// Its neighbours' stories are divided anew without it.
constexpr query select_neighbours{"stories_around_article", R"(
    SELECT DISTINCT a.story_id FROM articles a
    WHERE a.story_id IS NOT NULL AND a.article_id IN (
        SELECT other_id FROM article_links WHERE article_id = $1
        UNION SELECT other_id FROM article_copies WHERE article_id = $1
        UNION SELECT article_id FROM story_articles WHERE story_id = $2 AND article_id <> $1))"};

/// Takes the links to events that go out of the others' documents and adds what that changes for readers.
void unlink(transaction& tx, const std::string& story_id, const std::string& article_id,
            const std::vector<std::string>& gone, std::vector<pending_change>& changes) {
    std::vector<std::string> ids;
    std::vector<std::string> documents;
    for (const auto& row : tx.exec(select_linked, story_id, gone)) {
        auto cut = without_links(text(row[1]), gone);
        if (cut.document == text(row[1])) continue;
        ids.emplace_back(text(row[0]));
        changes.push_back(
            {story_id,
             {"event_changed", ids.back(), article_id, "An event that it was linked to is gone.", std::move(cut.title)},
             std::move(cut.fields)});
        documents.push_back(std::move(cut.document));
    }
    if (ids.empty()) return;
    archive_events(tx, ids);
    tx.exec(update_documents, story_id, ids, documents);
}

/// Deletes the events that no article tells of any more and writes that down.
void remove_baseless(transaction& tx, const std::string& story_id, const std::string& article_id) {
    std::vector<pending_change> changes;
    changes.push_back({story_id, {"article_removed", "", article_id, "The article was deleted."}});
    const auto rows = tx.exec(select_baseless, story_id);
    for (const auto& row : rows)
        changes.push_back({story_id,
                           {"event_removed", std::string(text(row[0])), article_id,
                            "The article that told of it was deleted.", std::string(text(row[1]))}});
    const auto ids = first_column(rows);
    if (!ids.empty()) unlink(tx, story_id, article_id, ids, changes);
    archive_events(tx, ids);
    tx.exec(delete_baseless, story_id, ids);
    bury_ids(tx, ids);
    log_changes(tx, changes);
}

void remove_from_story(transaction& tx, const std::string& story_id, const std::string& article_id,
                       const std::vector<std::string>& headlines) {
    if (articles_of(tx, story_id).empty()) {
        remove_story(tx, story_id);
        announce(tx, {story_id, 0, {article_id}});
        return;
    }
    remove_baseless(tx, story_id, article_id);
    tx.exec(recount, story_id, headlines);
    announce(tx, {story_id, publish_revision(tx, story_id).number, {article_id}});
}

}  // namespace

result<std::string> remove_article(transaction& tx, std::string_view id) {
    tx.exec_script(patience);
    lock_formation(tx);
    const auto rows = tx.exec(select_story, id);
    if (rows.empty()) return absence(tx, id, "article");
    const std::string article_id(id);
    const std::string story_id(text(rows[0][0]));
    if (!story_id.empty()) hold_story(tx, story_id);
    const auto around = first_column(tx.exec(select_neighbours, article_id, story_id));
    bury_ids(tx, {article_id});
    delete_links(tx, article_id);
    tx.exec(delete_article, article_id);
    enqueue(tx, job_kind::regroup, around);
    if (!story_id.empty()) remove_from_story(tx, story_id, article_id, text_array(rows[0][1]));
    return article_id;
}

}  // namespace throughline::storage
