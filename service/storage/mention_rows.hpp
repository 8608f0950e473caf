// A record's mentions as rows of the mentions table and back.
#pragma once

#include "document/article_record.hpp"
#include "storage/transaction.hpp"

#include <pqxx/result>

#include <cstdint>
#include <string_view>
#include <vector>

namespace throughline::storage {

/// What one version of an article tells of.
struct version_mentions {
    std::string_view article_id;
    std::uint32_t version = 1;
    const std::vector<record_mention>& mentions;
};

/// Inserts all mentions of the versions in one statement.
void insert_mentions(transaction& tx, const std::vector<version_mentions>& versions);

/// The columns that read_mention() expects, in its order, of a table or alias named m.
#define THROUGHLINE_MENTION_COLUMNS                                                                             \
    "m.type, m.lemma, m.title, m.trigger_start, m.trigger_end, m.evidence_start, m.evidence_end, m.first_day, " \
    "m.last_day, m.edtf, m.granularity, m.basis, m.time_start, m.time_end, m.time_text, m.time_value, "         \
    "m.status, m.background, m.attributed_to, m.said, m.words, m.route_from, m.route_to, m.counted, "           \
    "m.sentence, m.participants, m.links"

/// Reads the mention whose columns start at `first`.
record_mention read_mention(const pqxx::row& row, int first);

}  // namespace throughline::storage
