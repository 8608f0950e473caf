// What the pipeline read in an article: its mentions and its profile.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;

/// The newest version of an article, to be read.
struct article_text {
    std::string id;
    std::uint32_t version = 1;
    std::string key;  ///< article_record::key
    std::string headline;
    std::string publisher;
    day published{};
    bool english = true;
    std::string text;
    std::string signature;  ///< submission::signature
};

/// Those of the articles that are still there, by id.
std::vector<article_text> load_texts(transaction& tx, const std::vector<std::string>& article_ids);

/// Whether this version is still the newest of an article that exists, which then stays so until the transaction ends.
bool still_newest(transaction& tx, const article_text& article);

/// Keys by which an article's likes are found.
struct lookup_keys {
    std::vector<std::string> terms;   ///< linking::lookup_terms
    std::vector<std::int64_t> bands;  ///< ingest::near_signature::bands
};

/// Replaces what was read in this version and makes it the article's profile. Storing the same again changes nothing.
/// `record.key`, `origin` and the fields that the article itself holds are not stored here.
void store_analysis(transaction& tx, const article_text& article, const article_record& record,
                    const lookup_keys& keys);

/// A record with the ids that it is stored under.
struct stored_record {
    std::string article_id;
    std::uint32_t version = 1;
    article_record record;
};

/// The records of the articles that were read, in the order of their keys; two queries for any number.
std::vector<stored_record> load_records(transaction& tx, const std::vector<std::string>& article_ids);

}  // namespace throughline::storage
