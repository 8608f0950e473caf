#include "storage/absence.hpp"
#include "storage/rows.hpp"
#include "storage/timeline_store.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

// The words before and after that make a quote unambiguous (W3C TextQuoteSelector); 32 code points each.
constexpr query select_sources{"find_sources", R"(
    SELECT a.article_id, m.version, a.url, v.headline, v.publisher, v.published_at, a.origin,
           substr(v.text, m.evidence_start + 1, m.evidence_end - m.evidence_start),
           substr(v.text, greatest(m.evidence_start - 32, 0) + 1, least(m.evidence_start, 32)),
           substr(v.text, m.evidence_end + 1, 32),
           m.evidence_start, m.evidence_end, m.trigger_start, m.trigger_end, m.time_start, m.time_end, m.time_text,
           m.time_value, m.attributed_to, v.wire
    FROM event_directory d
    JOIN event_mentions em ON em.story_id = d.story_id AND em.event_id = d.event_id
    JOIN mentions m ON m.article_id = em.article_id AND m.version = em.version AND m.ordinal = em.ordinal
    JOIN article_versions v ON v.article_id = m.article_id AND v.version = m.version
    JOIN articles a ON a.article_id = m.article_id
    WHERE d.event_id = $1
    ORDER BY v.published_on, a.key COLLATE "C", m.evidence_start, m.ordinal)"};

constexpr query select_mentions{"find_article_mentions", R"(
    SELECT a.version, m.version, em.event_id, m.evidence_start, m.evidence_end, m.trigger_start, m.trigger_end,
           m.time_start, m.time_end, m.time_text, m.time_value, m.attributed_to
    FROM articles a
    LEFT JOIN (event_mentions em JOIN mentions m USING (article_id, version, ordinal)) ON em.article_id = a.article_id
    WHERE a.article_id = $1
    ORDER BY m.evidence_start, m.trigger_start, em.event_id COLLATE "C")"};

constexpr query select_merges{"find_merges", R"(
    SELECT r.merged, r.score, r.reason, r.features, r.left_article, l.evidence_start, l.evidence_end, r.right_article,
           o.evidence_start, o.evidence_end
    FROM event_directory d
    JOIN event_merges m ON m.story_id = d.story_id AND m.event_id = d.event_id
    CROSS JOIN LATERAL (
        SELECT (record ->> 0)::bool, (record ->> 1)::float8, record ->> 2, record -> 3, record ->> 4,
               (record ->> 5)::int, record ->> 6, (record ->> 7)::int, place
        FROM json_array_elements(m.records) WITH ORDINALITY AS listed(record, place))
        AS r(merged, score, reason, features, left_article, left_mention, right_article, right_mention, place)
    CROSS JOIN LATERAL (
        SELECT told.evidence_start, told.evidence_end
        FROM article_profiles p JOIN mentions told ON told.article_id = p.article_id AND told.version = p.version
        WHERE p.article_id = r.left_article AND told.ordinal = r.left_mention OFFSET 0) AS l
    CROSS JOIN LATERAL (
        SELECT told.evidence_start, told.evidence_end
        FROM article_profiles p JOIN mentions told ON told.article_id = p.article_id AND told.version = p.version
        WHERE p.article_id = r.right_article AND told.ordinal = r.right_mention OFFSET 0) AS o
    WHERE d.event_id = $1 ORDER BY r.merged DESC, r.score DESC, r.place)"};

source_mention read_mention(const pqxx::row& row) {
    source_mention mention;
    mention.exact = text(row[7]);
    mention.prefix = text(row[8]);
    mention.suffix = text(row[9]);
    mention.position = {count(row[10]), count(row[11])};
    mention.trigger = {count(row[12]), count(row[13])};
    if (!row[14].is_null()) mention.time_position = span{count(row[14]), count(row[15])};
    mention.time_text = text(row[16]);
    mention.time_value = text(row[17]);
    mention.attributed_to = text(row[18]);
    return mention;
}

}  // namespace

result<std::vector<event_source>> find_sources(transaction& tx, std::string_view event_id) {
    const auto rows = tx.exec(select_sources, event_id);
    if (rows.empty()) return absence(tx, event_id, "event");
    std::vector<event_source> sources;
    for (const auto& row : rows) {
        if (sources.empty() || sources.back().article_id != text(row[0])) {
            event_source next;
            next.article_id = text(row[0]);
            next.version = count(row[1]);
            next.url = text(row[2]);
            next.headline = text(row[3]);
            next.publisher = text(row[4]);
            next.published_at = text(row[5]);
            next.origin = text(row[6]);
            next.wire = text(row[19]);
            sources.push_back(std::move(next));
        }
        sources.back().mentions.push_back(read_mention(row));
    }
    return sources;
}

result<article_mentions> find_mentions(transaction& tx, std::string_view article_id) {
    const auto rows = tx.exec(select_mentions, article_id);
    if (rows.empty()) return absence(tx, article_id, "article");
    article_mentions found;
    found.version = count(rows[0][rows[0][1].is_null() ? 0 : 1]);
    for (const auto& row : rows) {
        if (row[2].is_null()) continue;
        article_mention mention;
        mention.event_id = text(row[2]);
        mention.position = {count(row[3]), count(row[4])};
        mention.trigger = {count(row[5]), count(row[6])};
        if (!row[7].is_null()) mention.time_position = span{count(row[7]), count(row[8])};
        mention.time_text = text(row[9]);
        mention.time_value = text(row[10]);
        mention.attributed_to = text(row[11]);
        found.mentions.push_back(std::move(mention));
    }
    return found;
}

std::vector<event_merge> find_merges(transaction& tx, std::string_view event_id) {
    std::vector<event_merge> merges;
    for (const auto& row : tx.exec(select_merges, event_id))
        merges.push_back({flag(row[0]),
                          number(row[1]),
                          std::string(text(row[2])),
                          std::string(text(row[3])),
                          std::string(text(row[4])),
                          {count(row[5]), count(row[6])},
                          std::string(text(row[7])),
                          {count(row[8]), count(row[9])}});
    return merges;
}

}  // namespace throughline::storage
