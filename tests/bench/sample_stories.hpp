// Fills a database with invented stories of the size that the references were measured with: 40 events, 39 KB.
#pragma once

#include "storage/session.hpp"

#include <stdexcept>
#include <string>

namespace throughline::bench {

inline constexpr int sample_story_count = 2000;
inline constexpr int sample_event_count = 40;

inline std::string sample_story_id(int number) {
    const auto digits = std::to_string(number);
    return "s_" + std::string(16 - digits.size(), '0') + digits;
}

inline void run_sql(storage::session& connection, const std::string& sql) {
    const auto done = connection.run("bench", storage::access::write,
                                     [&](storage::transaction& tx) { return tx.exec_script(sql).size(); });
    if (!done) throw std::runtime_error(done.failure().detail);
}

inline void fill_sample_stories(const std::string& url) {
    storage::session_options options;
    options.url = url;
    options.statement_timeout = std::chrono::minutes(5);
    storage::session connection(options);
    const auto stories = std::to_string(sample_story_count);
    const auto events = std::to_string(sample_event_count);
    run_sql(connection,
            "INSERT INTO stories (story_id, title, revision, article_count, publisher_count, event_count) "
            "SELECT 's_' || lpad(n::text, 16, '0'), 'Invented story ' || n, 1, 12, 5, " +
                events + " FROM generate_series(1, " + stories + ") n");
    run_sql(
        connection,
        "INSERT INTO events (story_id, event_id, position, type, first_day, last_day, salience, source_count, "
        "origin_count, document, details_hash, since_revision) "
        "SELECT 's_' || lpad(n::text, 16, '0'), 'e_' || lpad(n || lpad(e::text, 3, '0'), 16, '0'), e, 'statement', "
        "date '2018-03-01' + e, date '2018-03-01' + e, .5, 3, 2, "
        "'{\"id\":\"e_' || lpad(n || lpad(e::text, 3, '0'), 16, '0') || '\",\"type\":\"statement\",\"title\":\"' || "
        "(SELECT string_agg(md5(n || '.' || e || '.' || w), ' ') FROM generate_series(1, 26) w) || "
        "'\",\"salience\":0.500,\"links\":[]}', '', 1 "
        "FROM generate_series(1, " +
            stories + ") n, generate_series(1, " + events + ") e");
    storage::session maintenance(options);
    const auto analysed = maintenance.run("bench", storage::access::read, [](storage::transaction& tx) {
        return tx.exec_script("VACUUM ANALYZE stories, events").size();
    });
    if (!analysed) throw std::runtime_error(analysed.failure().detail);
}

}  // namespace throughline::bench
