#include "storage/story_store.hpp"

#include "storage/absence.hpp"
#include "storage/rows.hpp"
#include "storage/story_rows.hpp"
#include "storage/transaction.hpp"

#include <array>
#include <unordered_map>

namespace throughline::storage {
namespace {

/// The conditions that a list may be under; each set of them is a statement of its own, so that each gets the plan that
/// suits it.
enum condition : std::size_t { by_words = 1, by_entity = 2, by_days = 4, condition_sets = 8 };

std::string listing_sql(std::size_t conditions) {
    // $1 stories at most, $2 and $3 the last of the page before
    std::string sql = "SELECT " THROUGHLINE_STORY_COLUMNS R"(, (extract(epoch FROM updated_at) * 1000000)::bigint
        FROM stories s WHERE revision > 0 AND merged_into IS NULL
          AND ($2::bigint IS NULL
               OR (updated_at, story_id) < ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3)))";
    int parameter = 3;
    const auto next = [&] { return "$" + std::to_string(++parameter); };
    if (conditions & by_words) sql += " AND search @@ websearch_to_tsquery('english', " + next() + ")";
    if (conditions & by_entity)
        sql += " AND story_id = ANY(ARRAY(SELECT e.story_id FROM story_entities e WHERE e.names @> ARRAY[lower(" +
               next() + ")]))";
    if (conditions & by_days) {
        sql += " AND coalesce(last_day >= " + next() + "::date, true)";
        sql += " AND coalesce(first_day <= " + next() + "::date, true)";
        sql += " AND first_day IS NOT NULL";
    }
    return sql + " ORDER BY updated_at DESC, story_id DESC LIMIT $1";
}

query listing(std::size_t conditions) {
    struct statement {
        std::string name;
        std::string sql;
    };
    static const auto statements = [] {
        std::array<statement, condition_sets> all;
        for (std::size_t set = 0; set < condition_sets; ++set)
            all[set] = {"list_stories_" + std::to_string(set), listing_sql(set)};
        return all;
    }();
    return {statements[conditions].name.c_str(), statements[conditions].sql.c_str()};
}

// $1 stories, $2 parts
constexpr query count_activity{"story_activity", R"(
    WITH placed AS (SELECT story_id, coalesce(first_day, last_day) AS day FROM events
                    WHERE story_id = ANY($1::text[]) AND coalesce(first_day, last_day) IS NOT NULL),
         hearts AS (SELECT story_id, percentile_disc(0.05) WITHIN GROUP (ORDER BY day) AS low,
                           percentile_disc(0.95) WITHIN GROUP (ORDER BY day) AS high FROM placed GROUP BY story_id)
    SELECT story_id, low, high, (day - low) * $2::bigint / (high - low + 1) AS part, count(*)
    FROM placed JOIN hearts USING (story_id) WHERE day BETWEEN low AND high
    GROUP BY story_id, low, high, part)"};

constexpr query select_story{"find_story", "SELECT " THROUGHLINE_STORY_COLUMNS R"( FROM stories s
    WHERE story_id = $1 AND merged_into IS NULL)"};

constexpr query select_entities{"story_entities", R"(
    SELECT name, key, events FROM story_entities WHERE story_id = $1
    ORDER BY events DESC, key COLLATE "C" LIMIT 20)"};

constexpr query select_articles{"story_articles", R"(
    SELECT a.article_id, a.url, v.headline, v.publisher, v.published_at, a.origin
    FROM story_articles sa JOIN articles a USING (article_id) JOIN article_versions v USING (article_id, version)
    WHERE sa.story_id = $1 ORDER BY v.published_on, a.key COLLATE "C" LIMIT 200)"};

constexpr query select_redirect{"find_redirect", "SELECT new_id FROM id_redirects WHERE old_id = $1"};

pqxx::result select_page(transaction& tx, const story_query& query) {
    const auto& after = query.after;
    params values(query.limit + 1, after ? std::optional(after->updated_at) : std::nullopt,
                  after ? std::optional(after->id) : std::nullopt);
    std::size_t conditions = 0;
    if (!query.words.empty()) {
        conditions |= by_words;
        values.add(query.words);
    }
    if (!query.entity.empty()) {
        conditions |= by_entity;
        values.add(query.entity);
    }
    if (query.from || query.to) {
        conditions |= by_days;
        values.add(query.from);
        values.add(query.to);
    }
    return tx.exec(listing(conditions), values);
}

}  // namespace

story_page list_stories(transaction& tx, const story_query& query) {
    story_page page;
    story_cursor last;
    for (const auto& row : select_page(tx, query)) {
        if (page.stories.size() == query.limit) {
            page.next = std::move(last);
            break;
        }
        page.stories.push_back(read_story(row));
        last = {row[story_column_count].as<std::int64_t>(), page.stories.back().id};
    }
    return page;
}

std::vector<activity> story_activity(transaction& tx, const std::vector<story>& stories, std::uint32_t parts) {
    std::vector<std::string> ids;
    std::unordered_map<std::string_view, std::size_t> place;
    for (const auto& story : stories) {
        place.emplace(story.id, ids.size());
        ids.push_back(story.id);
    }
    std::vector<activity> courses(stories.size());
    for (const auto& row : tx.exec(count_activity, ids, parts)) {
        auto& course = courses[place.at(text(row[0]))];
        course.from = date(row[1]).value();
        course.to = date(row[2]).value();
        course.counts.resize(parts);
        course.counts.at(count(row[3])) = count(row[4]);
    }
    return courses;
}

result<story_details> find_story(transaction& tx, std::string_view id) {
    const auto rows = tx.exec(select_story, id);
    if (rows.empty()) return absence(tx, id, "story");
    story_details found;
    found.head = read_story(rows[0]);
    for (const auto& row : tx.exec(select_entities, id))
        found.entities.push_back({std::string(text(row[0])), std::string(text(row[1])), count(row[2])});
    for (const auto& row : tx.exec(select_articles, id))
        found.articles.push_back({std::string(text(row[0])), std::string(text(row[1])), std::string(text(row[2])),
                                  std::string(text(row[3])), std::string(text(row[4])), std::string(text(row[5]))});
    return found;
}

std::optional<std::string> find_redirect(transaction& tx, std::string_view id) {
    const auto rows = tx.exec(select_redirect, id);
    if (rows.empty()) return std::nullopt;
    return std::string(text(rows[0][0]));
}

}  // namespace throughline::storage
