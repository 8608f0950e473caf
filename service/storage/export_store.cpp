#include "storage/export_store.hpp"

#include "storage/rows.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

// $1 story, $2 events. The words before and after are as long as those of an event's sources.
constexpr query select_mentions{"export_mentions", R"(
    SELECT em.event_id, a.article_id, m.version, a.url, v.headline, v.publisher, v.published_at,
           substr(v.text, m.evidence_start + 1, m.evidence_end - m.evidence_start),
           substr(v.text, greatest(m.evidence_start - 32, 0) + 1, least(m.evidence_start, 32)),
           substr(v.text, m.evidence_end + 1, 32), m.evidence_start, m.evidence_end, m.attributed_to
    FROM event_mentions em
    JOIN mentions m ON m.article_id = em.article_id AND m.version = em.version AND m.ordinal = em.ordinal
    JOIN article_versions v ON v.article_id = m.article_id AND v.version = m.version
    JOIN articles a ON a.article_id = m.article_id
    WHERE em.story_id = $1 AND em.event_id = ANY($2::text[])
    ORDER BY v.published_on, a.key COLLATE "C", m.evidence_start, m.ordinal)"};

constexpr query select_told{
    "export_told",
    "SELECT c.event_id, " THROUGHLINE_RFC3339("min(r.published_at)") ", " THROUGHLINE_RFC3339("max(r.published_at)") R"(
    FROM story_changes c JOIN story_revisions r USING (story_id, revision)
    WHERE c.story_id = $1 AND c.event_id = ANY($2::text[]) AND r.published_at IS NOT NULL
    GROUP BY c.event_id)"};

evidence_article read_article(const pqxx::row& row) {
    evidence_article article;
    article.id = text(row[1]);
    article.version = count(row[2]);
    article.url = text(row[3]);
    article.headline = text(row[4]);
    article.publisher = text(row[5]);
    article.published_at = text(row[6]);
    return article;
}

evidence_mention read_mention(const pqxx::row& row, std::size_t article) {
    evidence_mention mention;
    mention.article = article;
    mention.exact = text(row[7]);
    mention.prefix = text(row[8]);
    mention.suffix = text(row[9]);
    mention.position = {count(row[10]), count(row[11])};
    mention.attributed_to = text(row[12]);
    return mention;
}

}  // namespace

story_evidence read_evidence(transaction& tx, std::string_view story_id, const std::vector<std::string>& event_ids) {
    story_evidence evidence;
    for (const auto& row : tx.exec(select_mentions, story_id, event_ids)) {
        // Rows of one article stand together.
        const auto* before = evidence.articles.empty() ? nullptr : &evidence.articles.back();
        if (before == nullptr || before->id != text(row[1]) || before->version != count(row[2]))
            evidence.articles.push_back(read_article(row));
        evidence.mentions[std::string(text(row[0]))].push_back(read_mention(row, evidence.articles.size() - 1));
    }
    for (const auto& row : tx.exec(select_told, story_id, event_ids))
        evidence.told[std::string(text(row[0]))] = {std::string(text(row[1])), std::string(text(row[2]))};
    return evidence;
}

}  // namespace throughline::storage
