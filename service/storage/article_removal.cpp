#include "storage/absence.hpp"
#include "storage/article_graph.hpp"
#include "storage/article_store.hpp"
#include "storage/change_feed.hpp"
#include "storage/event_history.hpp"
#include "storage/event_store.hpp"
#include "storage/job_store.hpp"
#include "storage/membership_store.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

constexpr query select_story{"story_of_article", R"(
    SELECT a.story_id, coalesce(a.url, ''), v.headline FROM articles a JOIN article_versions v USING (article_id, version)
    WHERE a.article_id = $1)"};

// All that rests on the article follows by foreign keys.
constexpr query delete_article{"delete_article", "DELETE FROM articles WHERE article_id = $1"};

constexpr query select_baseless{"baseless_events", R"(
    SELECT event_id, document::json ->> 'title' FROM events e WHERE story_id = $1
      AND NOT EXISTS (SELECT FROM event_mentions m WHERE m.story_id = e.story_id AND m.event_id = e.event_id))"};
constexpr query delete_baseless{"delete_baseless_events", R"(
    DELETE FROM events WHERE story_id = $1 AND event_id = ANY($2::text[]))"};

constexpr query recount{"recount_story", R"(
    UPDATE stories s SET
        article_count = (SELECT count(*) FROM story_articles a WHERE a.story_id = s.story_id),
        publisher_count = (SELECT count(DISTINCT v.publisher) FROM story_articles sa JOIN articles a USING (article_id)
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
    archive_events(tx, ids);
    tx.exec(delete_baseless, story_id, ids);
    bury_ids(tx, ids);
    log_changes(tx, changes);
}

void remove_from_story(transaction& tx, const std::string& story_id, const std::string& article_id) {
    if (articles_of(tx, story_id).empty()) {
        remove_story(tx, story_id);
        announce(tx, {story_id, 0, {article_id}});
        return;
    }
    remove_baseless(tx, story_id, article_id);
    tx.exec(recount, story_id);
    announce(tx, {story_id, publish_revision(tx, story_id), {article_id}});
}

}  // namespace

result<std::string> remove_article(transaction& tx, std::string_view id) {
    lock_formation(tx);
    const auto rows = tx.exec(select_story, id);
    if (rows.empty()) return absence(tx, id, "article");
    const std::string article_id(id);
    const std::string story_id(text(rows[0][0]));
    if (!story_id.empty()) lock_story(tx, story_id);
    const auto around = first_column(tx.exec(select_neighbours, article_id, story_id));
    bury_ids(tx, {article_id});
    tx.exec(delete_article, article_id);
    enqueue(tx, job_kind::regroup, around);
    if (!story_id.empty()) remove_from_story(tx, story_id, article_id);
    return article_id;
}

}  // namespace throughline::storage
