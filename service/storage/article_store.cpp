#include "storage/article_store.hpp"

#include "core/ids.hpp"
#include "storage/absence.hpp"
#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <algorithm>
#include <array>

namespace throughline::storage {
namespace {

constexpr std::array<std::string_view, 4> status_names{"queued", "processing", "processed", "failed"};

article_status parse_status(std::string_view name) {
    const auto found = std::find(status_names.begin(), status_names.end(), name);
    return static_cast<article_status>(found - status_names.begin());
}

// Two processes that take in the same article at once: the second waits here and then finds it.
constexpr query lock_keys{"lock_article_keys", R"(
    SELECT pg_advisory_xact_lock(lock) FROM (
        SELECT DISTINCT hashtextextended(key, 0) AS lock FROM unnest($1::text[]) AS key ORDER BY lock) AS locks)"};

constexpr query lock_article{"lock_article", "SELECT pg_advisory_xact_lock(hashtextextended($1, 1))"};

// $1 url, $2 content hash; the one that is known under the URL first, with the text it last had there
constexpr query find_same{"find_same_article", R"(
    SELECT a.article_id, a.version, a.status, a.url, v.text_hash, u.text_hash
    FROM articles a JOIN article_versions v USING (article_id, version)
    LEFT JOIN article_urls u ON u.url = $1 AND u.article_id = a.article_id
    WHERE a.article_id = (SELECT article_id FROM article_urls WHERE url = $1) OR a.content_hash = $2
    ORDER BY u.url NULLS LAST, a.received_at, a.article_id LIMIT 1)"};

// $1 id, $2 version, $3 headline, $4 publisher, $5 authors, $6 published_at, $7 day, $8 language, $9 english, $10 text,
// $11 text hash, $12 content hash, $13 wire, $14 signature in hexadecimal
#define INSERT_VERSION                                                                                              \
    "INSERT INTO article_versions (article_id, version, headline, publisher, authors, published_at, published_on, " \
    "language, english, text, text_hash, content_hash, wire, signature) "                                           \
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, decode($14, 'hex'))"

// … $15 key, $16 url
constexpr query insert_article{"insert_article", R"(
    WITH head AS (INSERT INTO articles (article_id, key, url, version, content_hash, origin)
                  VALUES ($1, $15, $16, $2, $12, $15)),
         address AS (INSERT INTO article_urls (url, article_id, text_hash)
                     SELECT $16, $1, $11 WHERE $16 IS NOT NULL),
         work AS (INSERT INTO jobs (kind, subject) VALUES ('analyse', $1)) )" INSERT_VERSION};

constexpr query insert_version{"insert_article_version", R"(
    WITH head AS (UPDATE articles SET version = $2, content_hash = $12, status = 'queued', failure = NULL
                  WHERE article_id = $1),
         work AS (INSERT INTO jobs (kind, subject) VALUES ('analyse', $1)
                  ON CONFLICT (kind, subject) WHERE state = 'waiting' DO UPDATE SET attempts = 0) )" INSERT_VERSION};
#undef INSERT_VERSION

// $1 url, $2 article, $3 text hash
constexpr query remember_url{"remember_article_url", R"(
    INSERT INTO article_urls (url, article_id, text_hash) VALUES ($1, $2, $3)
    ON CONFLICT (url) DO UPDATE SET text_hash = excluded.text_hash)"};

constexpr query requeue_failed{"requeue_failed_article", R"(
    WITH head AS (UPDATE articles SET status = 'queued', failure = NULL WHERE article_id = $1)
    INSERT INTO jobs (kind, subject) VALUES ('analyse', $1)
    ON CONFLICT (kind, subject) WHERE state = 'waiting' DO UPDATE SET attempts = 0)"};

constexpr query adopt_url{"adopt_article_url", R"(
    WITH head AS (UPDATE articles SET url = $2, key = $2 WHERE article_id = $1)
    INSERT INTO jobs (kind, subject) VALUES ('analyse', $1)
    ON CONFLICT (kind, subject) WHERE state = 'waiting' DO UPDATE SET due_at = jobs.due_at)"};

constexpr query select_article{"find_article", R"(
    SELECT a.version AS newest, a.url, a.status, a.failure, a.origin, v.version, v.headline, v.publisher, v.authors,
           v.published_at, v.language, v.text, )" THROUGHLINE_RFC3339("v.received_at") R"(,
           s.story_id, s.title
    FROM articles a
    JOIN article_versions v ON v.article_id = a.article_id AND v.version = coalesce(nullif($2::integer, 0), a.version)
    LEFT JOIN stories s ON s.story_id = a.story_id AND s.revision > 0
    WHERE a.article_id = $1)"};

constexpr query select_events{"find_article_events", R"(
    SELECT coalesce(string_agg(e.document, ',' ORDER BY e.first_day NULLS LAST, e.last_day NULLS LAST, e.position), '')
    FROM (SELECT DISTINCT story_id, event_id FROM event_mentions WHERE article_id = $1) AS m
    JOIN events e USING (story_id, event_id))"};

constexpr query select_states{"article_states", R"(
    SELECT article_id, status, failure FROM articles WHERE article_id = ANY($1::text[]))"};

std::string hexadecimal(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4U];
        text += digits[static_cast<unsigned char>(c) & 15U];
    }
    return text;
}

std::optional<std::string> null_if_empty(const std::string& value) {
    if (value.empty()) return std::nullopt;
    return value;
}

params version_values(const std::string& id, std::uint32_t version, const submission& incoming) {
    return params(id, version, incoming.headline, incoming.publisher, incoming.authors, incoming.published_at,
                  incoming.published, incoming.language, incoming.english, incoming.text, incoming.text_hash,
                  incoming.content_hash, incoming.wire, hexadecimal(incoming.signature));
}

accepted create(transaction& tx, const submission& incoming) {
    const auto id = new_id(id_kind::article);
    auto values = version_values(id, 1, incoming);
    values.add(incoming.key());
    values.add(null_if_empty(incoming.url));
    tx.exec(insert_article, values);
    return {id, 1, accept_outcome::created, article_status::queued};
}

}  // namespace

std::string_view name(article_status status) { return status_names.at(static_cast<std::size_t>(status)); }

accepted accept(transaction& tx, const submission& incoming) {
    tx.exec(lock_keys, std::vector<std::string>{incoming.key(), "content:" + incoming.content_hash});
    auto found = tx.exec(find_same, null_if_empty(incoming.url), incoming.content_hash);
    if (found.empty()) return create(tx, incoming);
    // Another address of the same article may bring another text at this moment.
    tx.exec(lock_article, text(found[0][0]));
    found = tx.exec(find_same, null_if_empty(incoming.url), incoming.content_hash);
    if (found.empty()) return create(tx, incoming);

    const auto& known = found[0];
    accepted answer{std::string(text(known[0])), count(known[1]), accept_outcome::unchanged,
                    parse_status(text(known[2]))};
    const bool is_known_url = !known[5].is_null();
    const bool differs_here = !is_known_url || text(known[5]) != incoming.text_hash;
    if (!incoming.url.empty() && differs_here) tx.exec(remember_url, incoming.url, answer.id, incoming.text_hash);
    if (is_known_url && differs_here && text(known[4]) != incoming.text_hash) {
        ++answer.version;
        answer.outcome = accept_outcome::new_version;
        answer.status = article_status::queued;
        tx.exec(insert_version, version_values(answer.id, answer.version, incoming));
        return answer;
    }
    if (answer.status == article_status::failed) {
        tx.exec(requeue_failed, answer.id);
        answer.status = article_status::queued;
    }
    // Of several URLs of one article the smallest names it, whichever came first.
    const auto url = text(known[3]);
    if (!incoming.url.empty() && (url.empty() || incoming.url < url)) tx.exec(adopt_url, answer.id, incoming.url);
    return answer;
}

result<article> find_article(transaction& tx, std::string_view id, std::uint32_t version) {
    const auto rows = tx.exec(select_article, id, version);
    if (rows.empty()) return absence(tx, id, "article");
    const auto& row = rows[0];
    article found;
    found.id = id;
    found.newest = count(row[0]);
    found.url = text(row[1]);
    found.status = parse_status(text(row[2]));
    found.failure = text(row[3]);
    found.origin = text(row[4]);
    found.version = count(row[5]);
    found.headline = text(row[6]);
    found.publisher = text(row[7]);
    found.authors = text_array(row[8]);
    found.published_at = text(row[9]);
    found.language = text(row[10]);
    found.text = text(row[11]);
    found.received_at = text(row[12]);
    if (!row[13].is_null()) found.stories.push_back({std::string(text(row[13])), std::string(text(row[14]))});
    found.events = "[" + std::string(text(tx.exec(select_events, id)[0][0])) + "]";
    return found;
}

std::vector<article_state> article_states(transaction& tx, const std::vector<std::string>& ids) {
    std::vector<article_state> states;
    for (const auto& row : tx.exec(select_states, ids))
        states.push_back({std::string(text(row[0])), parse_status(text(row[1])), std::string(text(row[2]))});
    return states;
}

}  // namespace throughline::storage
