#include "storage/export_store.hpp"

#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace throughline::storage {
namespace {

// $1 story, $2 events
constexpr query select_mentions{"export_mentions", R"(
    SELECT em.event_id, m.article_id, m.version, m.evidence_start, m.evidence_end, m.attributed_to
    FROM event_mentions em
    JOIN mentions m ON m.article_id = em.article_id AND m.version = em.version AND m.ordinal = em.ordinal
    WHERE em.story_id = $1 AND em.event_id = ANY($2::text[])
    ORDER BY m.evidence_start, m.ordinal)"};

// $1 articles, $2 their versions. A text is read once, not cut in the database once for each passage: it lies
// compressed.
constexpr query select_articles{"export_articles", R"(
    SELECT v.article_id, v.version, a.url, v.headline, v.publisher, v.published_at, v.text
    FROM unnest($1::text[], $2::int[]) AS wanted(article_id, version)
    JOIN article_versions v USING (article_id, version)
    JOIN articles a USING (article_id)
    ORDER BY v.published_on, a.key COLLATE "C", v.version)"};

constexpr query select_told{
    "export_told",
    "SELECT c.event_id, " THROUGHLINE_RFC3339("min(r.published_at)") ", " THROUGHLINE_RFC3339("max(r.published_at)") R"(
    FROM story_changes c JOIN story_revisions r USING (story_id, revision)
    WHERE c.story_id = $1 AND c.event_id = ANY($2::text[]) AND r.published_at IS NOT NULL
    GROUP BY c.event_id)"};

/// As many code points before and after as stand around an event's sources.
constexpr std::uint32_t context_length = 32;

/// A text whose pieces are asked for by code points.
class code_points {
public:
    explicit code_points(std::string_view text) : text_(text) {
        for (std::size_t at = 0; at < text.size(); ++at)
            if ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80) begins_.push_back(at);
        begins_.push_back(text.size());
    }

    std::string cut(std::size_t begin, std::size_t end) const {
        const auto first = begins_[std::min(begin, begins_.size() - 1)];
        return std::string(text_.substr(first, begins_[std::min(end, begins_.size() - 1)] - first));
    }

private:
    std::string_view text_;
    std::vector<std::size_t> begins_;  ///< of each code point, then the end
};

evidence_article read_article(const pqxx::row& row) {
    evidence_article article;
    article.id = text(row[0]);
    article.version = count(row[1]);
    article.url = text(row[2]);
    article.headline = text(row[3]);
    article.publisher = text(row[4]);
    article.published_at = text(row[5]);
    return article;
}

evidence_mention read_mention(const pqxx::row& row, std::size_t article, const code_points& words) {
    const span position{count(row[3]), count(row[4])};
    const auto before = position.begin - std::min(position.begin, context_length);
    evidence_mention mention;
    mention.article = article;
    mention.exact = words.cut(position.begin, position.end);
    mention.prefix = words.cut(before, position.begin);
    mention.suffix = words.cut(position.end, position.end + context_length);
    mention.position = position;
    mention.attributed_to = text(row[5]);
    return mention;
}

using version_key = std::pair<std::string_view, std::uint32_t>;

version_key version_of(const pqxx::row& row, int column) { return {text(row[column]), count(row[column + 1])}; }

pqxx::result read_articles(transaction& tx, const std::map<version_key, std::vector<pqxx::row>>& mentions) {
    std::vector<std::string> ids;
    std::vector<std::uint32_t> versions;
    for (const auto& [key, rows] : mentions) {
        ids.emplace_back(key.first);
        versions.push_back(key.second);
    }
    return tx.exec(select_articles, ids, versions);
}

}  // namespace

story_evidence read_evidence(transaction& tx, std::string_view story_id, const std::vector<std::string>& event_ids) {
    story_evidence evidence;
    const auto rows = tx.exec(select_mentions, story_id, event_ids);
    std::map<version_key, std::vector<pqxx::row>> mentions;
    for (const auto& row : rows) mentions[version_of(row, 1)].push_back(row);
    for (const auto& article : read_articles(tx, mentions)) {
        const code_points words(text(article[6]));
        for (const auto& row : mentions.at(version_of(article, 0)))
            evidence.mentions[std::string(text(row[0]))].push_back(read_mention(row, evidence.articles.size(), words));
        evidence.articles.push_back(read_article(article));
    }
    for (const auto& row : tx.exec(select_told, story_id, event_ids))
        evidence.told[std::string(text(row[0]))] = {std::string(text(row[1])), std::string(text(row[2]))};
    return evidence;
}

}  // namespace throughline::storage
