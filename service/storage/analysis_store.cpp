#include "storage/analysis_store.hpp"

#include "storage/mention_rows.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <unordered_map>

namespace throughline::storage {
namespace {

constexpr query select_texts{"load_texts", R"(
    SELECT a.article_id, a.version, a.key, v.headline, v.publisher, v.published_on, v.english, v.text,
           encode(v.signature, 'hex')
    FROM articles a JOIN article_versions v USING (article_id, version)
    WHERE a.article_id = ANY($1::text[]) ORDER BY a.article_id)"};

// $1 reader, $2 the article before, $3 how many. The index on reader tells at once when there is none at all.
constexpr query select_outdated{"outdated_articles", R"(
    SELECT article_id FROM article_profiles
    WHERE (EXISTS (SELECT FROM article_profiles WHERE reader < $1)
           OR EXISTS (SELECT FROM article_profiles WHERE reader > $1))
        AND reader <> $1 AND article_id > $2
    ORDER BY article_id LIMIT $3)"};

constexpr query select_sources{"load_record_sources", R"(
    SELECT a.article_id, p.version, p.xmin || ' ' || p.analysed_at, a.key, a.origin
    FROM story_articles sa JOIN articles a ON a.article_id = sa.article_id
    JOIN article_profiles p ON p.article_id = sa.article_id
    WHERE sa.story_id = $1 ORDER BY a.key COLLATE "C")"};

constexpr query select_heads{"load_record_heads", R"(
    SELECT p.article_id, v.publisher, v.headline, v.published_on, p.terms, p.weights
    FROM article_profiles p JOIN article_versions v ON v.article_id = p.article_id AND v.version = p.version
    WHERE p.article_id = ANY($1::text[]))"};

constexpr query select_all_mentions{"load_record_mentions", "SELECT m.article_id, " THROUGHLINE_MENTION_COLUMNS R"(
    FROM article_profiles p JOIN mentions m ON m.article_id = p.article_id AND m.version = p.version
    WHERE p.article_id = ANY($1::text[]) ORDER BY m.article_id, m.ordinal)"};

std::vector<weighted_term> read_terms(const pqxx::field& terms, const pqxx::field& weights) {
    auto names = text_array(terms);
    const auto numbers = text_array(weights);
    std::vector<weighted_term> list;
    for (std::size_t i = 0; i < names.size() && i < numbers.size(); ++i)
        list.push_back({std::move(names[i]), std::stof(numbers[i])});
    return list;
}

}  // namespace

std::vector<article_text> load_texts(transaction& tx, const std::vector<std::string>& article_ids) {
    std::vector<article_text> articles;
    for (const auto& row : tx.exec(select_texts, article_ids)) {
        article_text article;
        article.id = text(row[0]);
        article.version = count(row[1]);
        article.key = text(row[2]);
        article.headline = text(row[3]);
        article.publisher = text(row[4]);
        article.published = date(row[5]).value_or(day{});
        article.english = flag(row[6]);
        article.text = text(row[7]);
        article.signature = bytes(row[8]);
        articles.push_back(std::move(article));
    }
    return articles;
}

std::vector<std::string> outdated_articles(transaction& tx, std::string_view reader, std::string_view after,
                                           std::size_t most) {
    std::vector<std::string> ids;
    for (const auto& row : tx.exec(select_outdated, reader, after, most)) ids.emplace_back(text(row[0]));
    return ids;
}

namespace {

using records_by_id = std::unordered_map<std::string, article_record>;

records_by_id load_records(transaction& tx, const std::vector<std::string>& article_ids) {
    records_by_id records;
    if (article_ids.empty()) return records;
    for (const auto& row : tx.exec(select_heads, article_ids)) {
        auto& record = records[std::string(text(row[0]))];
        record.publisher = text(row[1]);
        record.headline = text(row[2]);
        record.published = date(row[3]).value_or(day{});
        record.terms = read_terms(row[4], row[5]);
    }
    for (const auto& row : tx.exec(select_all_mentions, article_ids))
        records[std::string(text(row[0]))].mentions.push_back(read_mention(row, 1));
    return records;
}

}  // namespace

bool refresh_records(transaction& tx, std::string_view story_id, story_records& known) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < known.sources.size(); ++i) places.emplace(known.sources[i].article_id, i);
    const auto rows = tx.exec(select_sources, story_id);
    std::vector<std::string> missing;
    for (const auto& row : rows) {
        const auto place = places.find(std::string(text(row[0])));
        if (place == places.end() || known.sources[place->second].reading != text(row[2]))
            missing.emplace_back(text(row[0]));
    }
    // As many as were known have to be among those that need no loading.
    const bool grown = static_cast<std::size_t>(rows.size()) - missing.size() == known.sources.size();
    auto loaded = load_records(tx, missing);
    story_records now;
    if (grown) now = std::move(known);
    now.sources.reserve(static_cast<std::size_t>(rows.size()));
    now.records.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto& row : rows) {
        record_source source{std::string(text(row[0])), count(row[1]), std::string(text(row[2]))};
        const auto fresh = loaded.find(source.article_id);
        const auto place = places.find(source.article_id);
        if (grown && fresh == loaded.end()) {
            now.records[place->second].origin = text(row[4]);
            continue;
        }
        auto& record =
            now.records.emplace_back(std::move(fresh != loaded.end() ? fresh->second : known.records[place->second]));
        record.key = text(row[3]);
        record.origin = text(row[4]);
        now.sources.push_back(std::move(source));
    }
    known = std::move(now);
    return grown;
}

}  // namespace throughline::storage
