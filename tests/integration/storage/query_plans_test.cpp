// Holds every statement to index use: no table that grows with the articles is ever read from end to end.
#include "jobs/worker_pool.hpp"
#include "storage/article_store.hpp"
#include "storage/change_log.hpp"
#include "storage/export_store.hpp"
#include "storage/timeline_store.hpp"
#include "support/articles.hpp"
#include "support/database_helpers.hpp"
#include "support/planted_articles.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <map>

namespace tl = throughline;
namespace storage = throughline::storage;
using tl::test::execute;
using tl::test::read;
using tl::test::value;

namespace {

/// 5,000 articles with three mentions each in 1,000 of 5,000 stories, with 6,000 events.
constexpr auto fill = R"sql(
    CREATE FUNCTION made(prefix text, n bigint) RETURNS text IMMUTABLE LANGUAGE sql AS
        $$ SELECT prefix || lpad(n::text, 16, '0') $$;
    INSERT INTO stories (story_id, title, revision, article_count, publisher_count, event_count, first_day, last_day,
                         search)
        SELECT made('s_', s), 'Story ' || s, 1, 5, 5, 6, DATE '2015-01-01' + s::int, DATE '2015-01-09' + s::int,
               to_tsvector('english', 'story number' || s) FROM generate_series(1, 5000) AS s;
    INSERT INTO articles (article_id, key, url, version, content_hash, status, origin, story_id)
        SELECT made('a_', a), 'https://x.example/' || a, 'https://x.example/' || a, 1, 'hash' || a, 'processed',
               'https://x.example/' || a, made('s_', 1 + (a - 1) / 5) FROM generate_series(1, 5000) AS a;
    INSERT INTO article_versions (article_id, version, headline, publisher, authors, published_at, published_on,
                                  language, english, text, text_hash, content_hash, wire, signature)
        SELECT made('a_', a), 1, 'Headline ' || a, 'Paper ' || a % 5, '{}', '2018-03-20',
               DATE '2015-01-01' + (a / 5)::int, 'en', true, repeat('word ' || a || ' ', 60), 'hash' || a, 'hash' || a,
               '', '' FROM generate_series(1, 5000) AS a;
    INSERT INTO article_urls SELECT url, article_id, content_hash FROM articles;
    INSERT INTO mentions SELECT v.article_id, 1, o, v.text_length, 'meeting', 'meet', 'They meet', 0, 4, 0, 40,
               v.published_on, v.published_on, '', 0, 0, NULL, NULL, NULL, NULL, 'occurred', false, '', '', '{}', 0,
               '[]', '[]' FROM article_versions v, generate_series(0, 2) AS o;
    INSERT INTO article_profiles (article_id, version, published_on, terms, weights, mentions)
        SELECT article_id, 1, published_on, ARRAY['w:' || right(article_id, 4)], '{1}', 3 FROM article_versions;
    INSERT INTO article_terms SELECT v.article_id, 'w:' || t || right(v.article_id, 3), v.published_on
        FROM article_versions v, generate_series(1, 16) AS t;
    INSERT INTO article_bands SELECT v.article_id, hashtext(v.article_id) * 100::bigint + b
        FROM article_versions v, generate_series(1, 24) AS b;
    INSERT INTO story_articles SELECT story_id, article_id FROM articles;
    INSERT INTO article_links SELECT l.article_id, r.article_id, 0.5
        FROM articles l JOIN articles r USING (story_id) WHERE l.article_id <> r.article_id;
    INSERT INTO events SELECT story_id, made('e_', row_number() OVER ()), 1048576 * n, 'meeting', first_day, last_day,
               0.5, 2, 2, '{"title": "' || repeat('They meet ', 100) || '"}', 'hash', 1 FROM stories, generate_series(1, 6) AS n
        WHERE story_id <= made('s_', 1000);
    INSERT INTO event_directory SELECT event_id, story_id FROM events;
    INSERT INTO event_mentions SELECT e.story_id, e.event_id, a.article_id, 1, (e.position / 1048576)::int % 3
        FROM events e JOIN story_articles a USING (story_id);
    INSERT INTO event_participants SELECT story_id, event_id, 0, 'p' || right(event_id, 3), 'Name',
               ARRAY['name', 'p' || right(event_id, 3)], 'actor' FROM events;
    INSERT INTO story_entities SELECT story_id, 'p' || n || right(story_id, 3), 'Name',
               ARRAY['name', 'p' || n || right(story_id, 3)], 1
        FROM stories, generate_series(1, 12) AS n WHERE story_id <= made('s_', 1000);
    INSERT INTO article_copies SELECT article_id, other_id FROM article_links;
    INSERT INTO event_links SELECT e.story_id, e.event_id, 'about', o.event_id, 'a', 0, 1
        FROM events e JOIN events o USING (story_id) WHERE e.event_id <> o.event_id;
    INSERT INTO event_merges SELECT story_id, event_id, '[[true, 1, "It is.", {}, "a", 0, "b", 0]]' FROM events;
    INSERT INTO event_versions SELECT story_id, event_id, 0, 1, position, type, first_day, last_day, salience,
               source_count, '{}', document FROM events;
    INSERT INTO story_revisions SELECT story_id, 1, now(), 'Story', 5, 5, 6, NULL, NULL FROM stories;
    INSERT INTO story_changes (story_id, revision, kind, reason)
        SELECT story_id, 1, 'event_added', 'It came.' FROM events;
    INSERT INTO id_redirects SELECT made('s_', 5000 + n), made('s_', 1 + n % 1000) FROM generate_series(1, 20000) AS n;
    INSERT INTO id_tombstones SELECT made('a_', 9000 + n) FROM generate_series(1, 1000) AS n;
)sql";

std::map<std::string, long> whole_reads(storage::session& connection) {
    return read(connection, [](storage::transaction& tx) {
        tx.exec_script("SELECT pg_stat_force_next_flush()");
        std::map<std::string, long> reads;
        for (const auto& row : tx.exec_script("SELECT relname, coalesce(seq_scan, 0) FROM pg_stat_user_tables "
                                              "WHERE relname NOT IN ('formation', 'jobs', 'schema_migrations')"))
            reads[row[0].as<std::string>()] = row[1].as<long>();
        return reads;
    });
}

void read_everything(storage::session& connection, const std::string& story, const std::string& event,
                     const std::string& article) {
    read(connection, [&](storage::transaction& tx) {
        storage::timeline_query timeline;
        timeline.story_id = story;
        CHECK(storage::read_timeline(tx, timeline));
        timeline.participant = "name";
        timeline.from = tl::parse_day("2015-01-01");
        CHECK(storage::read_timeline(tx, timeline));
        timeline.max = 2;
        CHECK(storage::read_timeline(tx, timeline));
        CHECK(storage::find_event(tx, event));
        CHECK(storage::find_sources(tx, event));
        CHECK_FALSE(storage::read_evidence(tx, story, {event}).told.contains("e_nothing"));
        storage::find_merges(tx, event);
        CHECK(storage::find_article(tx, article));
        CHECK_FALSE(storage::find_article(tx, "a_nothing"));
        storage::article_states(tx, {article});
        CHECK(storage::find_story(tx, story));
        storage::find_redirect(tx, story);
        timeline.as_of = 1;
        CHECK(storage::read_timeline(tx, timeline));
        CHECK(storage::list_changes(tx, story, {}, 10));
        storage::list_revisions(tx, story, 10, std::nullopt);
        storage::story_revision_number(tx, story);
        storage::list_stories(tx, {});
        storage::story_query listed;
        listed.words = "number7";
        CHECK(storage::list_stories(tx, listed).stories.size() == 1);
        listed = {};
        listed.entity = "p5007";
        CHECK(storage::list_stories(tx, listed).stories.size() == 1);
        return true;
    });
}

}  // namespace

TEST_SUITE_BEGIN("storage/query_plans");

TEST_CASE("no statement of the service reads a large table from end to end") {
    const tl::test::temp_database database;
    auto patient = database.options();
    patient.statement_timeout = std::chrono::minutes(2);
    storage::session connection(patient);
    execute(connection, fill);
    read(connection, [](storage::transaction& tx) {
        tx.exec_script("VACUUM ANALYZE");
        return true;
    });
    tl::test::plant(connection, tl::test::two_stories().front());
    tl::test::work_off(database.options());
    const auto before = whole_reads(connection);

    std::vector<std::string> planted;
    for (const auto& article : tl::test::two_stories()) planted.push_back(tl::test::plant(connection, article));
    tl::test::work_off(database.options());
    const auto event = value(connection, "SELECT event_id FROM event_directory WHERE event_id = 'e_0000000000000777'");
    for (int i = 0; i < 7; ++i)  // often enough for PostgreSQL to try its generic plans
        read_everything(connection, "s_0000000000000123", event, "a_0000000000000456");
    for (const auto& id : {planted[1], planted[6], std::string("a_0000000000000300")})
        tl::test::write(connection, [&](storage::transaction& tx) { return storage::remove_article(tx, id); });
    tl::test::work_off(database.options());

    for (const auto& [table, reads] : whole_reads(connection)) {
        CAPTURE(table);
        CHECK(reads == before.at(table));
    }
}

TEST_SUITE_END();
