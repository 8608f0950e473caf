#include "storage/story_store.hpp"

#include "storage/absence.hpp"
#include "storage/rows.hpp"
#include "storage/story_rows.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

// $1 stories at most, $2 and $3 the last of the page before
constexpr query list_recent{"list_stories", "SELECT " THROUGHLINE_STORY_COLUMNS R"( FROM stories s
    WHERE revision > 0 AND merged_into IS NULL
      AND ($2::timestamptz IS NULL OR (updated_at, story_id) < ($2::timestamptz, $3))
    ORDER BY updated_at DESC, story_id DESC LIMIT $1)"};

// … $4 words, $5 entity, $6 from, $7 to; '' and NULL for no such condition
constexpr query list_filtered{"list_stories_filtered", "SELECT " THROUGHLINE_STORY_COLUMNS R"( FROM stories s
    WHERE revision > 0 AND merged_into IS NULL
      AND ($2::timestamptz IS NULL OR (updated_at, story_id) < ($2::timestamptz, $3))
      AND ($4 = '' OR search @@ websearch_to_tsquery('english', $4))
      AND ($5 = '' OR story_id IN (SELECT e.story_id FROM story_entities e WHERE e.names @> ARRAY[lower($5)]))
      AND ($6::date IS NULL OR last_day >= $6) AND ($7::date IS NULL OR first_day <= $7)
    ORDER BY updated_at DESC, story_id DESC LIMIT $1)"};

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

params page_values(const story_query& query) {
    const auto& after = query.after;
    return params(query.limit + 1, after ? std::optional(after->updated_at) : std::nullopt,
                  after ? std::optional(after->id) : std::nullopt);
}

pqxx::result select_page(transaction& tx, const story_query& query) {
    auto values = page_values(query);
    if (query.words.empty() && query.entity.empty() && !query.from && !query.to) return tx.exec(list_recent, values);
    values.add(query.words);
    values.add(query.entity);
    values.add(query.from);
    values.add(query.to);
    return tx.exec(list_filtered, values);
}

}  // namespace

story_page list_stories(transaction& tx, const story_query& query) {
    story_page page;
    for (const auto& row : select_page(tx, query)) {
        if (page.stories.size() == query.limit) {
            page.next = story_cursor{page.stories.back().updated_at, page.stories.back().id};
            break;
        }
        page.stories.push_back(read_story(row));
    }
    return page;
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
