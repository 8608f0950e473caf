#include "storage/analysis_store.hpp"
#include "storage/mention_rows.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <unordered_map>
#include <unordered_set>

namespace throughline::storage {
namespace {

/// Parts the elements of a list within an array's element, since unnest() flattens arrays of arrays.
constexpr char unit_separator = '\x1f';

// $1 articles, $2 their versions
constexpr query select_newest{"newest_versions", R"(
    SELECT a.article_id FROM articles a JOIN unnest($1::text[], $2::int[]) AS n(article_id, version)
        ON a.article_id = n.article_id AND a.version = n.version
    ORDER BY a.article_id FOR SHARE OF a)"};

constexpr query select_mentions{"load_version_mentions", "SELECT m.article_id, " THROUGHLINE_MENTION_COLUMNS R"(
    FROM unnest($1::text[], $2::int[]) AS n(article_id, version)
    CROSS JOIN LATERAL (SELECT * FROM mentions WHERE article_id = n.article_id AND version = n.version
                        ORDER BY ordinal OFFSET 0) AS m)"};

constexpr query delete_mentions{"delete_mentions", R"(
    DELETE FROM mentions m USING unnest($1::text[], $2::int[]) AS n(article_id, version)
    WHERE m.article_id = n.article_id AND m.version = n.version)"};

constexpr query delete_profiles{"delete_profiles", "DELETE FROM article_profiles WHERE article_id = ANY($1::text[])"};
// One array a column; terms and weights of an article are parted by the unit separator.
constexpr query insert_profiles{"insert_profiles", R"(
    INSERT INTO article_profiles (article_id, version, published_on, terms, weights, mentions, reader)
    SELECT article_id, version, published_on, string_to_array(terms, chr(31)),
           string_to_array(weights, chr(31))::real[], mentions, reader
    FROM unnest($1::text[], $2::int[], $3::date[], $4::text[], $5::text[], $6::int[], $7::text[])
         AS n(article_id, version, published_on, terms, weights, mentions, reader))"};
constexpr query insert_terms{"insert_terms", R"(
    INSERT INTO article_terms (article_id, term, published_on)
    SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::date[]))"};
constexpr query insert_bands{"insert_bands", R"(
    INSERT INTO article_bands (article_id, band) SELECT DISTINCT * FROM unnest($1::text[], $2::bigint[]))"};

using analyses_in_hand = std::vector<const analysis*>;

analyses_in_hand newest(transaction& tx, const std::vector<analysis>& analyses) {
    std::vector<std::string> ids;
    std::vector<std::uint32_t> versions;
    for (const auto& each : analyses) {
        ids.push_back(each.article.id);
        versions.push_back(each.article.version);
    }
    const auto rows = first_column(tx.exec(select_newest, ids, versions));
    const std::unordered_set<std::string> found(rows.begin(), rows.end());
    analyses_in_hand kept;
    for (const auto& each : analyses)
        if (found.contains(each.article.id)) kept.push_back(&each);
    return kept;
}

/// Mentions that stay as they are keep the events that rest on them.
void store_mentions(transaction& tx, const analyses_in_hand& analyses) {
    std::vector<std::string> ids;
    std::vector<std::uint32_t> versions;
    for (const auto* each : analyses) {
        ids.push_back(each->article.id);
        versions.push_back(each->article.version);
    }
    std::unordered_map<std::string, std::vector<record_mention>> known;
    for (const auto& row : tx.exec(select_mentions, ids, versions))
        known[std::string(text(row[0]))].push_back(read_mention(row, 1));

    ids.clear();
    versions.clear();
    std::vector<version_mentions> changed;
    for (const auto* each : analyses) {
        const auto& article = each->article;
        const auto before = known.find(article.id);
        if (before != known.end()) {
            if (before->second == each->record.mentions) continue;
            ids.push_back(article.id);
            versions.push_back(article.version);
        }
        changed.push_back({article.id, article.version, each->record.mentions});
    }
    if (!ids.empty()) tx.exec(delete_mentions, ids, versions);
    insert_mentions(tx, changed);
}

std::string joined(const std::vector<weighted_term>& terms, std::string (*write)(const weighted_term&)) {
    std::string line;
    for (const auto& term : terms) {
        if (!line.empty()) line += unit_separator;
        line += write(term);
    }
    return line;
}

void store_profiles(transaction& tx, const analyses_in_hand& analyses) {
    std::vector<std::string> ids;
    std::vector<std::uint32_t> versions;
    std::vector<day> days;
    std::vector<std::string> terms;
    std::vector<std::string> weights;
    std::vector<std::size_t> mentions;
    std::vector<std::string> readers;
    for (const auto* each : analyses) {
        ids.push_back(each->article.id);
        versions.push_back(each->article.version);
        days.push_back(each->article.published);
        terms.push_back(joined(each->record.terms, [](const weighted_term& term) { return term.term; }));
        weights.push_back(joined(each->record.terms, [](const weighted_term& term) {
            return *params(static_cast<double>(term.weight)).values().front();
        }));
        mentions.push_back(each->record.mentions.size());
        readers.push_back(each->keys.reader);
    }
    tx.exec(delete_profiles, ids);
    tx.exec(insert_profiles, ids, versions, days, terms, weights, mentions, readers);
}

void store_keys(transaction& tx, const analyses_in_hand& analyses) {
    std::vector<std::string> term_articles;
    std::vector<std::string> terms;
    std::vector<day> days;
    std::vector<std::string> band_articles;
    std::vector<std::int64_t> bands;
    for (const auto* each : analyses) {
        for (const auto& term : each->keys.terms) {
            term_articles.push_back(each->article.id);
            terms.push_back(term);
            days.push_back(each->article.published);
        }
        for (const auto band : each->keys.bands) {
            band_articles.push_back(each->article.id);
            bands.push_back(band);
        }
    }
    if (!terms.empty()) tx.exec(insert_terms, term_articles, terms, days);
    if (!bands.empty()) tx.exec(insert_bands, band_articles, bands);
}

}  // namespace

std::vector<std::string> store_analyses(transaction& tx, const std::vector<analysis>& analyses) {
    const auto kept = newest(tx, analyses);
    if (kept.empty()) return {};
    store_mentions(tx, kept);
    store_profiles(tx, kept);
    store_keys(tx, kept);
    std::vector<std::string> ids;
    for (const auto* each : kept) ids.push_back(each->article.id);
    return ids;
}

}  // namespace throughline::storage
