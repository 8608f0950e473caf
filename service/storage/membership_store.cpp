#include "storage/membership_store.hpp"

#include "core/ids.hpp"
#include "storage/retired_ids.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

constexpr query select_by_age{"stories_by_age", R"(
    SELECT story_id FROM stories WHERE story_id = ANY($1::text[]) ORDER BY created_at, story_id)"};

constexpr query select_held{"hold_stories", R"(
    SELECT story_id FROM stories WHERE story_id = ANY($1::text[]) ORDER BY story_id FOR NO KEY UPDATE)"};

constexpr query insert_story{"create_story", "INSERT INTO stories (story_id) VALUES ($1)"};

// $1 articles, $2 the stories they go to, '' for none
constexpr query leave_stories{"leave_stories", "DELETE FROM story_articles WHERE article_id = ANY($1::text[])"};
constexpr query set_stories{"set_stories", R"(
    UPDATE articles a SET story_id = nullif(n.story_id, '') FROM unnest($1::text[], $2::text[]) AS n(article_id, story_id)
    WHERE a.article_id = n.article_id)"};
constexpr query join_stories{"join_stories", R"(
    INSERT INTO story_articles (story_id, article_id)
    SELECT story_id, article_id FROM unnest($1::text[], $2::text[]) AS n(article_id, story_id) WHERE story_id <> '')"};

constexpr query set_merged{"set_merged", "UPDATE stories SET merged_into = $2 WHERE story_id = $1"};
constexpr query forward_merged{"forward_merged", "UPDATE stories SET merged_into = $2 WHERE merged_into = $1"};

// What goes with a story: it and those merged into it, and the events whose articles no other story holds.
constexpr query bury_events{"bury_story_events", R"(
    WITH gone AS (
        DELETE FROM events e
        WHERE story_id = ANY(ARRAY(SELECT story_id FROM stories WHERE story_id = $1 OR merged_into = $1))
          AND NOT EXISTS (SELECT FROM event_mentions m JOIN articles a USING (article_id)
                          WHERE m.story_id = e.story_id AND m.event_id = e.event_id AND a.story_id IS NOT NULL)
        RETURNING event_id)
    INSERT INTO id_tombstones (id) SELECT event_id FROM gone ON CONFLICT DO NOTHING)"};
constexpr query delete_story{"delete_story", R"(
    DELETE FROM stories s WHERE (story_id = $1 OR merged_into = $1)
      AND NOT EXISTS (SELECT FROM events e WHERE e.story_id = s.story_id))"};
constexpr query leave_events{"leave_events", R"(
    UPDATE stories s SET merged_into = (
        SELECT a.story_id FROM event_mentions m JOIN articles a USING (article_id)
        WHERE m.story_id = s.story_id AND a.story_id IS NOT NULL LIMIT 1)
    WHERE story_id = $1 OR merged_into = $1)"};

constexpr query select_articles{"articles_of_story", "SELECT article_id FROM story_articles WHERE story_id = $1"};

constexpr query select_waiting{"waiting_articles", R"(
    SELECT a.article_id, a.version FROM story_articles JOIN articles a USING (article_id)
    WHERE story_articles.story_id = $1 AND a.status = 'processing')"};
constexpr query select_read{"read_as_newest", R"(
    SELECT a.article_id, a.version, a.story_id FROM articles a JOIN article_profiles p USING (article_id, version)
    WHERE a.article_id = ANY($1::text[]))"};
constexpr query set_processing{"mark_processing", R"(
    UPDATE articles SET status = 'processing', failure = NULL
    WHERE article_id = ANY($1::text[]) AND status <> 'processing')"};
constexpr query set_processed{"mark_processed", R"(
    UPDATE articles a SET status = 'processed' FROM unnest($1::text[], $2::int[]) AS waiting(article_id, version)
    WHERE a.article_id = waiting.article_id AND a.version = waiting.version AND a.status = 'processing'
    RETURNING a.article_id)"};
constexpr query set_failed{"mark_failed", R"(
    UPDATE articles SET status = 'failed', failure = $2
    WHERE article_id = ANY($1::text[]) AND status IN ('queued', 'processing') RETURNING article_id)"};

}  // namespace

std::vector<std::string> by_age(transaction& tx, const std::vector<std::string>& story_ids) {
    return first_column(tx.exec(select_by_age, story_ids));
}

std::string create_story(transaction& tx) {
    auto id = new_id(id_kind::story);
    tx.exec(insert_story, id);
    return id;
}

void hold_stories(transaction& tx, const std::vector<std::string>& story_ids) {
    if (!story_ids.empty()) tx.exec(select_held, story_ids);
}

void move_articles(transaction& tx, const std::vector<move>& moves) {
    if (moves.empty()) return;
    std::vector<std::string> articles;
    std::vector<std::string> targets;
    for (const auto& each : moves) {
        articles.push_back(each.article_id);
        targets.push_back(each.to);
    }
    tx.exec(leave_stories, articles);
    tx.exec(set_stories, articles, targets);
    tx.exec(join_stories, articles, targets);
}

void merge_story(transaction& tx, std::string_view gone, std::string_view into) {
    tx.exec(set_merged, gone, into);
    tx.exec(forward_merged, gone, into);
    redirect_ids(tx, {std::string(gone)}, {std::string(into)});
}

void remove_story(transaction& tx, std::string_view story_id) {
    tx.exec(bury_events, story_id);
    bury_ids(tx, {std::string(story_id)});
    tx.exec(delete_story, story_id);
    tx.exec(leave_events, story_id);
}

std::vector<std::string> articles_of(transaction& tx, std::string_view story_id) {
    return first_column(tx.exec(select_articles, story_id));
}

std::vector<waiting_article> waiting_articles(transaction& tx, std::string_view story_id) {
    std::vector<waiting_article> waiting;
    for (const auto& row : tx.exec(select_waiting, story_id))
        waiting.push_back({std::string(text(row[0])), count(row[1])});
    return waiting;
}

std::vector<read_article> read_as_newest(transaction& tx, const std::vector<std::string>& article_ids) {
    std::vector<read_article> articles;
    for (const auto& row : tx.exec(select_read, article_ids))
        articles.push_back({std::string(text(row[0])), count(row[1]), std::string(text(row[2]))});
    return articles;
}

void mark_processing(transaction& tx, const std::vector<std::string>& article_ids) {
    tx.exec(set_processing, article_ids);
}

std::vector<std::string> mark_processed(transaction& tx, const std::vector<waiting_article>& articles) {
    if (articles.empty()) return {};
    std::vector<std::string> ids;
    std::vector<std::int64_t> versions;
    for (const auto& article : articles) {
        ids.push_back(article.article_id);
        versions.push_back(article.version);
    }
    return first_column(tx.exec(set_processed, ids, versions));
}

std::vector<std::string> mark_failed(transaction& tx, const std::vector<std::string>& article_ids,
                                     std::string_view reason) {
    return first_column(tx.exec(set_failed, article_ids, reason));
}

}  // namespace throughline::storage
