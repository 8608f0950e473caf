// Articles whose reading is given, so that stories and timelines can be tested without the language stages.
#pragma once

#include "storage/session.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::test {

/// One sentence of a planted article: somebody does something on a day.
struct planted_event {
    std::string type;  ///< also the trigger's lemma and a word of the sentence
    std::string actor;
    std::string day;  ///< "2018-03-20"
};

struct planted_article {
    std::string url;
    std::string publisher;
    std::string published;            ///< "2018-03-21"
    std::vector<std::string> topics;  ///< terms of equal weight
    std::vector<planted_event> events;
};

/// Stores the article as read and queues it to be given its place. Returns its id.
std::string plant(storage::session& connection, const planted_article& article);

/// Runs workers until no job is left; fails the test when one is given up or nothing moves for a minute.
void work_off(const storage::session_options& database, std::size_t threads = 1, std::size_t pools = 1);

/// All stories with their articles and events, without ids, a story a paragraph, sorted: equal for equal chronologies.
std::string chronologies(storage::session& connection);

/// Ids of stories and events that are lost or doubled, one a line, where no article was ever deleted: every event and
/// every story ever served then lives, or its id leads to one that does, and every mention tells of one event.
std::string ids_astray(storage::session& connection);

/// A few stories' worth of articles, some of them copies and some on both sides of a story.
std::vector<planted_article> two_stories();

}  // namespace throughline::test
