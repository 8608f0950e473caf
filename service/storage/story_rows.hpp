// A story's head as a result row.
#pragma once

#include "storage/rows.hpp"
#include "storage/story_store.hpp"

namespace throughline::storage {

/// The columns that read_story() expects first, in its order, of a table or alias named s.
#define THROUGHLINE_STORY_COLUMNS                                                                       \
    "s.story_id, s.title, s.revision, s.article_count, s.publisher_count, s.event_count, s.first_day, " \
    "s.last_day, " THROUGHLINE_RFC3339("s.updated_at")
constexpr int story_column_count = 9;

inline story read_story(const pqxx::row& row) {
    story head;
    head.id = text(row[0]);
    head.title = text(row[1]);
    head.revision = integer(row[2]);
    head.article_count = count(row[3]);
    head.publisher_count = count(row[4]);
    head.event_count = count(row[5]);
    head.first = date(row[6]);
    head.last = date(row[7]);
    head.updated_at = text(row[8]);
    return head;
}

}  // namespace throughline::storage
