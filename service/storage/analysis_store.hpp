// What the pipeline read in an article: its mentions and its profile.
#pragma once

#include "document/article_record.hpp"

#include <cstddef>
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

/// Keys by which an article's likes are found.
struct lookup_keys {
    std::vector<std::string> terms;   ///< linking::lookup_terms
    std::vector<std::int64_t> bands;  ///< ingest::near_signature::bands
    std::string reader;               ///< pipeline::reader_fingerprint
};

/// What the pipeline read in a version.
struct analysis {
    article_text article;
    article_record record;  ///< `key`, `origin` and the fields that the article itself holds are not stored here
    lookup_keys keys;
};

/// Replaces what was read in these versions and makes it the profiles of their articles, in a few statements for all.
/// Leaves out articles that are gone or have a newer version; the others stay so until the transaction ends, and their
/// ids are returned. Storing the same again changes nothing.
std::vector<std::string> store_analyses(transaction& tx, const std::vector<analysis>& analyses);

/// Articles that another reader has read, by id, of those whose id is greater than `after`.
std::vector<std::string> outdated_articles(transaction& tx, std::string_view reader, std::string_view after,
                                           std::size_t most);

/// Where a record is stored.
struct record_source {
    std::string article_id;
    std::uint32_t version = 1;
    std::string reading;  ///< changes whenever the article is read anew
};

/// What was read in a story's articles, in any order.
struct story_records {
    std::vector<record_source> sources;
    std::vector<article_record> records;  ///< of the same index
};

/// Brings the records of a story up to date. True when those that were loaded before are all still there, were not read
/// anew since, and keep their places: then only the origins of these may differ, and what is new stands behind them.
bool refresh_records(transaction& tx, std::string_view story_id, story_records& known);

}  // namespace throughline::storage
