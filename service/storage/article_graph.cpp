#include "storage/article_graph.hpp"

#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace throughline::storage {
namespace {

constexpr query lock{"lock_formation", "SELECT pg_advisory_xact_lock(7302466190418)"};
constexpr query take_turn{"formation_turn", "UPDATE formation SET turn = turn + 1 RETURNING turn"};

constexpr query select_profiles{"load_profiles", R"(
    SELECT a.article_id, a.key, p.published_on, p.terms, p.weights, encode(v.signature, 'hex'), v.wire
    FROM articles a JOIN article_profiles p USING (article_id)
    JOIN article_versions v ON v.article_id = p.article_id AND v.version = p.version
    WHERE a.article_id = ANY($1::text[]) ORDER BY a.key COLLATE "C")"};

constexpr query select_members{"load_members", R"(
    SELECT a.article_id, a.key, p.published_on, a.story_id, p.mentions, cardinality(p.terms) > 0, a.origin
    FROM articles a JOIN article_profiles p USING (article_id)
    WHERE a.article_id = ANY($1::text[]) ORDER BY a.key COLLATE "C")"};

constexpr query select_alike{"find_alike", R"(
    SELECT pair.own, pair.other, p.xmin || ' ' || p.analysed_at
    FROM (SELECT DISTINCT own.article_id, other.article_id
          FROM article_terms own
          JOIN article_terms other ON other.term = own.term AND other.article_id <> own.article_id
              AND other.published_on BETWEEN own.published_on - $2::int AND own.published_on + $2::int
          WHERE own.article_id = ANY($1::text[])) AS pair(own, other)
    CROSS JOIN LATERAL (SELECT xmin, analysed_at FROM article_profiles WHERE article_id = pair.other OFFSET 0) AS p)"};

constexpr query select_near_copies{"find_near_copies", R"(
    SELECT DISTINCT own.article_id, other.article_id
    FROM article_bands own JOIN article_bands other ON other.band = own.band AND other.article_id <> own.article_id
    WHERE own.article_id = ANY($1::text[]))"};

// Each link stands in both directions.
constexpr query drop_links{"delete_links", R"(
    WITH gone AS (DELETE FROM article_links WHERE article_id = ANY($1::text[]) RETURNING article_id, other_id),
         back AS (DELETE FROM article_links l USING gone
                  WHERE l.article_id = gone.other_id AND l.other_id = gone.article_id
                    AND gone.other_id <> ALL($1::text[]))
    SELECT DISTINCT other_id FROM gone WHERE other_id <> ALL($1::text[]))"};
constexpr query insert_links{"insert_links", R"(
    INSERT INTO article_links (article_id, other_id, score)
    SELECT CASE turned WHEN 0 THEN l ELSE r END, CASE turned WHEN 0 THEN r ELSE l END, score
    FROM unnest($1::text[], $2::text[], $3::float8[]) AS link(l, r, score), generate_series(0, 1) AS turned)"};

constexpr query delete_copies{"delete_copies", R"(
    WITH gone AS (DELETE FROM article_copies
                  WHERE article_id = ANY($1::text[]) OR other_id = ANY($1::text[]) RETURNING other_id)
    SELECT DISTINCT other_id FROM gone WHERE other_id <> ALL($1::text[]))"};
constexpr query insert_copies{"insert_copies", R"(
    INSERT INTO article_copies (article_id, other_id)
    SELECT CASE turned WHEN 0 THEN l ELSE r END, CASE turned WHEN 0 THEN r ELSE l END
    FROM unnest($1::text[], $2::text[]) AS link(l, r), generate_series(0, 1) AS turned)"};

// UNION drops what was reached before, so that the walk ends.
constexpr query reach_links{"reach_links", R"(
    WITH RECURSIVE reached(article_id) AS (
        SELECT unnest($1::text[])
        UNION SELECT l.other_id FROM reached JOIN article_links l USING (article_id))
    SELECT article_id FROM reached ORDER BY article_id COLLATE "C")"};
constexpr query reach_copies{"reach_copies", R"(
    WITH RECURSIVE reached(article_id) AS (
        SELECT unnest($1::text[])
        UNION SELECT c.other_id FROM reached JOIN article_copies c USING (article_id))
    SELECT article_id FROM reached ORDER BY article_id COLLATE "C")"};
// A row an article: all that it is linked to, since a story's links are many.
constexpr query links_within{"links_within", R"(
    SELECT article_id, string_agg(other_id || ' ' || score, ' ') FROM article_links
    WHERE article_id = ANY($1::text[]) AND article_id COLLATE "C" < other_id COLLATE "C" GROUP BY article_id)"};
constexpr query copies_within{"copies_within", R"(
    SELECT article_id, string_agg(other_id || ' 0', ' ') FROM article_copies
    WHERE article_id = ANY($1::text[]) AND article_id COLLATE "C" < other_id COLLATE "C" GROUP BY article_id)"};

constexpr query update_origins{"set_origins", R"(
    UPDATE articles a SET origin = n.origin FROM unnest($1::text[], $2::text[]) AS n(article_id, origin)
    WHERE a.article_id = n.article_id AND a.origin <> n.origin)"};

constexpr query select_strongest{"strongest_links", R"(
    SELECT own.article_id, best.other_id, best.score
    FROM articles own
    CROSS JOIN LATERAL (
        SELECT l.other_id, l.score
        FROM article_links l JOIN articles o ON o.article_id = l.other_id AND o.story_id = own.story_id
        WHERE l.article_id = own.article_id ORDER BY l.score DESC, o.key COLLATE "C" LIMIT 1) AS best
    WHERE own.article_id = ANY($1::text[]))"};

std::vector<id_pair> pairs_of(const pqxx::result& rows) {
    std::vector<id_pair> pairs;
    pairs.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto& row : rows) pairs.emplace_back(text(row[0]), text(row[1]));
    return pairs;
}

component component_of(transaction& tx, const std::vector<std::string>& start, const query& reach,
                       const query& within) {
    component found;
    found.article_ids = first_column(tx.exec(reach, start));
    std::unordered_map<std::string_view, std::uint32_t> index;
    for (const auto& id : found.article_ids) index.emplace(id, static_cast<std::uint32_t>(index.size()));
    for (const auto& row : tx.exec(within, found.article_ids)) {
        const auto left = index.at(text(row[0]));
        auto list = text(row[1]);
        const auto next_word = [&list] {
            const auto word = list.substr(0, list.find(' '));
            list.remove_prefix(std::min(list.size(), word.size() + 1));
            return word;
        };
        while (!list.empty()) {
            const auto other = index.find(next_word());
            const auto score = next_word();
            component::link link{left, 0, 0};
            std::from_chars(score.data(), score.data() + score.size(), link.score);
            // One that is linked since the walk belongs to the next one.
            if (other == index.end()) continue;
            link.right = other->second;
            found.links.push_back(link);
        }
    }
    return found;
}

}  // namespace

std::int64_t lock_formation(transaction& tx) {
    tx.exec(lock);
    return integer(tx.exec(take_turn)[0][0]);
}

std::vector<profile> load_profiles(transaction& tx, const std::vector<std::string>& article_ids) {
    std::vector<profile> profiles;
    for (const auto& row : tx.exec(select_profiles, article_ids)) {
        profile next;
        next.article_id = text(row[0]);
        next.key = text(row[1]);
        next.published = date(row[2]).value_or(day{});
        auto terms = text_array(row[3]);
        const auto weights = text_array(row[4]);
        for (std::size_t i = 0; i < terms.size() && i < weights.size(); ++i)
            next.terms.push_back({std::move(terms[i]), std::stof(weights[i])});
        next.signature = bytes(row[5]);
        next.wire = text(row[6]);
        profiles.push_back(std::move(next));
    }
    return profiles;
}

std::vector<member> load_members(transaction& tx, const std::vector<std::string>& article_ids) {
    std::vector<member> members;
    for (const auto& row : tx.exec(select_members, article_ids))
        members.push_back({std::string(text(row[0])), std::string(text(row[1])), date(row[2]).value_or(day{}),
                           std::string(text(row[3])), count(row[4]), flag(row[5]), std::string(text(row[6]))});
    return members;
}

std::vector<alike_article> find_alike(transaction& tx, const std::vector<std::string>& article_ids, int window_days) {
    std::vector<alike_article> pairs;
    for (const auto& row : tx.exec(select_alike, article_ids, window_days))
        pairs.push_back({std::string(text(row[0])), std::string(text(row[1])), std::string(text(row[2]))});
    return pairs;
}

std::vector<id_pair> find_near_copies(transaction& tx, const std::vector<std::string>& article_ids) {
    return pairs_of(tx.exec(select_near_copies, article_ids));
}

std::vector<std::string> replace_links(transaction& tx, const std::vector<std::string>& article_ids,
                                       const std::vector<graph_link>& links) {
    auto before = first_column(tx.exec(drop_links, article_ids));
    std::vector<std::string> left;
    std::vector<std::string> right;
    std::vector<double> scores;
    for (const auto& link : links) {
        left.push_back(link.left);
        right.push_back(link.right);
        scores.push_back(link.score);
    }
    if (!links.empty()) tx.exec(insert_links, left, right, scores);
    return before;
}

void delete_links(transaction& tx, std::string_view article_id) {
    tx.exec(drop_links, std::vector{std::string(article_id)});
}

std::vector<std::string> replace_copies(transaction& tx, const std::vector<std::string>& article_ids,
                                        const std::vector<id_pair>& copies) {
    auto before = first_column(tx.exec(delete_copies, article_ids));
    std::vector<std::string> left;
    std::vector<std::string> right;
    for (const auto& [one, other] : copies) {
        left.push_back(one);
        right.push_back(other);
    }
    if (!copies.empty()) tx.exec(insert_copies, left, right);
    return before;
}

component linked_component(transaction& tx, const std::vector<std::string>& article_ids) {
    return component_of(tx, article_ids, reach_links, links_within);
}

component copied_component(transaction& tx, const std::vector<std::string>& article_ids) {
    return component_of(tx, article_ids, reach_copies, copies_within);
}

void set_origins(transaction& tx, const std::vector<id_pair>& origins) {
    std::vector<std::string> ids;
    std::vector<std::string> values;
    for (const auto& [id, origin] : origins) {
        ids.push_back(id);
        values.push_back(origin);
    }
    if (!ids.empty()) tx.exec(update_origins, ids, values);
}

std::vector<graph_link> strongest_links(transaction& tx, const std::vector<std::string>& article_ids) {
    std::vector<graph_link> links;
    for (const auto& row : tx.exec(select_strongest, article_ids))
        links.push_back({std::string(text(row[0])), std::string(text(row[1])), number(row[2])});
    return links;
}

}  // namespace throughline::storage
