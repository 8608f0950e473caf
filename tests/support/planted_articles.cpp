#include "support/planted_articles.hpp"

#include "ingest/near_duplicate.hpp"
#include "jobs/worker_pool.hpp"
#include "linking/story_partition.hpp"
#include "storage/analysis_store.hpp"
#include "storage/article_store.hpp"
#include "storage/job_store.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <thread>

namespace throughline::test {
namespace {

/// The text of an article and the record of it that the pipeline would make.
struct planted_reading {
    std::string text;
    article_record record;
};

planted_reading read(const planted_article& article) {
    planted_reading reading;
    auto& record = reading.record;
    for (const auto& event : article.events) {
        const auto begin = static_cast<std::uint32_t>(reading.text.size());
        reading.text +=
            event.actor + " " + event.type + " on " + event.day + " as " + article.publisher + " tells.\n\n";
        record_mention mention;
        mention.type = event.type;
        mention.lemma = event.type;
        mention.title = event.actor + " " + event.type + " in port";
        const auto trigger = begin + static_cast<std::uint32_t>(event.actor.size()) + 1;
        mention.trigger = {trigger, trigger + static_cast<std::uint32_t>(event.type.size())};
        mention.evidence = {begin, static_cast<std::uint32_t>(reading.text.size()) - 2};
        mention.participants = {{event.actor, {}, event.actor, entity_kind::person, participant_role::actor}};
        const auto date = parse_day(event.day);
        mention.time = {date, date, event.day, granularity::day, time_basis::expression};
        const auto where = trigger + static_cast<std::uint32_t>(event.type.size()) + 4;
        mention.time_expression = {{where, where + 10}, event.day, event.day};
        mention.words = {event.type, "tell"};
        mention.sentence = static_cast<std::uint32_t>(record.mentions.size());
        record.mentions.push_back(std::move(mention));
    }
    const auto weight = static_cast<float>(1 / std::sqrt(static_cast<double>(article.topics.size())));
    for (const auto& topic : article.topics) record.terms.push_back({topic, weight});
    return reading;
}

storage::submission submit(const planted_article& article, const std::string& text) {
    storage::submission incoming;
    incoming.url = article.url;
    incoming.headline = "News of " + article.topics.front();
    incoming.publisher = article.publisher;
    incoming.published_at = article.published;
    incoming.published = *parse_day(article.published);
    incoming.text = text;
    incoming.text_hash = text;
    incoming.content_hash = article.publisher + text;
    incoming.signature = ingest::sign(text).bytes();
    return incoming;
}

std::int64_t jobs_in_state(storage::session& connection, const std::string& condition) {
    const auto found = connection.run("jobs", storage::access::read, [&](storage::transaction& tx) {
        return tx.exec_script("SELECT count(*) FROM jobs WHERE " + condition)[0][0].as<std::int64_t>();
    });
    if (!found) throw std::runtime_error(found.failure().detail);
    return *found;
}

}  // namespace

std::string plant(storage::session& connection, const planted_article& article) {
    const auto reading = read(article);
    const auto incoming = submit(article, reading.text);
    const auto signature = ingest::sign(reading.text);
    const auto done = connection.run("plant", storage::access::write, [&](storage::transaction& tx) {
        const auto taken = storage::accept(tx, incoming);
        tx.exec_script("DELETE FROM jobs WHERE kind = 'analyse' AND subject = '" + taken.id + "'");
        storage::lookup_keys keys;
        keys.terms = linking::lookup_terms({incoming.key(), incoming.published, reading.record.terms});
        const auto bands = signature.bands();
        keys.bands.assign(bands.begin(), bands.end());
        storage::store_analyses(tx, {{storage::load_texts(tx, {taken.id}).at(0), reading.record, keys}});
        storage::enqueue(tx, storage::job_kind::form, {taken.id});
        return taken.id;
    });
    if (!done) throw std::runtime_error(done.failure().detail);
    return *done;
}

void work_off(const storage::session_options& database, std::size_t threads, std::size_t pools) {
    std::vector<std::unique_ptr<jobs::worker_pool>> running;
    for (std::size_t i = 0; i < pools; ++i) {
        jobs::worker_options options;
        options.database = database;
        options.threads = threads;
        options.poll = std::chrono::milliseconds(20);
        running.push_back(std::make_unique<jobs::worker_pool>(options, jobs::worker_hooks{}));
    }
    storage::session connection(database);
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (jobs_in_state(connection, "state <> 'dead'") > 0) {
        if (std::chrono::steady_clock::now() > end) throw std::runtime_error("the jobs do not come to an end");
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    const auto dead = connection.run("dead", storage::access::read, [](storage::transaction& tx) {
        const auto rows = tx.exec_script("SELECT kind || ' ' || subject || ': ' || reason FROM jobs LIMIT 1");
        return rows.empty() ? std::string() : rows[0][0].as<std::string>();
    });
    if (!dead || !dead->empty()) throw std::runtime_error("a job was given up: " + (dead ? *dead : "?"));
}

std::string chronologies(storage::session& connection) {
    const auto found = connection.run("chronologies", storage::access::read, [](storage::transaction& tx) {
        std::string list;
        for (const auto& row : tx.exec_script(R"sql(
            SELECT s.title || ' ' || s.article_count || ' ' || s.publisher_count || ' ' || s.event_count || ' ' ||
                coalesce((SELECT string_agg(a.key || ' from ' || a.origin, ', ' ORDER BY a.key)
                          FROM story_articles sa JOIN articles a USING (article_id)
                          WHERE sa.story_id = s.story_id), '') || ': ' ||
                coalesce((SELECT string_agg(regexp_replace(e.document, '"(e_[0-9a-z]{16})"', '"e"', 'g') || (
                        SELECT string_agg(a.key || '/' || m.ordinal, ',' ORDER BY a.key, m.ordinal)
                        FROM event_mentions m JOIN articles a USING (article_id)
                        WHERE m.story_id = e.story_id AND m.event_id = e.event_id), E'\n' ORDER BY e.position)
                    FROM events e WHERE e.story_id = s.story_id), '')
            FROM stories s ORDER BY 1)sql"))
            list += row[0].as<std::string>() + "\n\n";
        return list;
    });
    if (!found) throw std::runtime_error(found.failure().detail);
    return *found;
}

std::string ids_astray(storage::session& connection) {
    const auto found = connection.run("ids_astray", storage::access::read, [](storage::transaction& tx) {
        std::string list;
        for (const auto& row : tx.exec_script(R"sql(
            WITH living AS (SELECT event_id AS id FROM event_directory
                            UNION ALL SELECT story_id FROM stories WHERE merged_into IS NULL)
            SELECT 'deleted: ' || id FROM id_tombstones
            UNION ALL SELECT 'redirected to nothing: ' || old_id FROM id_redirects
                WHERE new_id NOT IN (SELECT id FROM living)
            UNION ALL SELECT 'redirected and living: ' || old_id FROM id_redirects
                WHERE old_id IN (SELECT id FROM living)
            UNION ALL SELECT 'lost: ' || event_id FROM story_changes
                WHERE event_id IS NOT NULL AND event_id NOT IN (SELECT id FROM living)
                  AND event_id NOT IN (SELECT old_id FROM id_redirects)
            UNION ALL SELECT 'not counted: ' || s.story_id FROM stories s
                WHERE event_count <> (SELECT count(*) FROM events e WHERE e.story_id = s.story_id)
            UNION ALL SELECT 'told of twice: ' || article_id || '/' || ordinal FROM event_mentions
                GROUP BY article_id, ordinal HAVING count(*) > 1)sql"))
            list += row[0].as<std::string>() + "\n";
        return list;
    });
    if (!found) throw std::runtime_error(found.failure().detail);
    return *found;
}

std::vector<planted_article> two_stories() {
    const std::vector<std::string> ferry{"w:ferry", "w:harbour", "e:marlow", "w:sink"};
    const std::vector<std::string> vote{"w:vote", "w:budget", "e:senate", "w:deficit"};
    return {
        {"https://one.example/1",
         "One",
         "2018-03-20",
         ferry,
         {{"sank", "Marlow", "2018-03-19"}, {"rescued", "Coastguard", "2018-03-19"}}},
        {"https://two.example/1",
         "Two",
         "2018-03-21",
         ferry,
         {{"sank", "Marlow", "2018-03-19"}, {"resigned", "Captain", "2018-03-21"}}},
        {"https://three.example/1",
         "Three",
         "2018-03-22",
         ferry,
         {{"resigned", "Captain", "2018-03-21"}, {"sued", "Owners", "2018-03-22"}}},
        {"https://one.example/2", "One", "2018-03-20", vote, {{"voted", "Senate", "2018-03-20"}}},
        {"https://two.example/2",
         "Two",
         "2018-03-21",
         vote,
         {{"voted", "Senate", "2018-03-20"}, {"vetoed", "Governor", "2018-03-21"}}},
        {"https://four.example/1",
         "Four",
         "2018-03-23",
         {"w:ferry", "w:harbour", "w:vote", "w:inquiry"},
         {{"opened", "Inquiry", "2018-03-23"}}},
        {"https://five.example/1", "Five", "2018-05-30", {"w:orchid", "w:frost"}, {{"froze", "Orchids", "2018-05-29"}}},
    };
}

}  // namespace throughline::test
