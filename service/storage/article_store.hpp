// Articles and their versions.
#pragma once

#include "core/calendar.hpp"
#include "core/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;

enum class article_status : std::uint8_t { queued, processing, processed, failed };
std::string_view name(article_status status);

/// A checked article as it comes in.
struct submission {
    std::string url;  ///< canonical, "" when there is none
    std::string headline;
    std::string publisher;
    std::vector<std::string> authors;
    std::string published_at;     ///< "2018-03-21" or an RFC 3339 time, as it is given back
    day published{};              ///< its day in UTC
    std::string language = "en";  ///< BCP 47
    bool english = true;          ///< false: stored and shown, but no events are made
    std::string text;             ///< valid UTF-8 without NUL
    std::string text_hash;        ///< tells versions under one URL apart
    std::string content_hash;     ///< equal for what counts as the same article, whatever its URL
    std::string wire;             ///< news agency credited, "" when none
    std::string signature;        ///< bytes by which near copies are compared (ingest/near_duplicate.hpp)

    /// Names the article and orders articles everywhere.
    std::string key() const { return url.empty() ? "content:" + content_hash : url; }
};

enum class accept_outcome : std::uint8_t {
    created,     ///< new article
    unchanged,   ///< it was there already, by URL or by content
    new_version  ///< its URL was there with another text
};

struct accepted {
    std::string id;
    std::uint32_t version = 1;
    accept_outcome outcome = accept_outcome::created;
    article_status status = article_status::queued;
};

/// Stores article, version and job in the one transaction given. An article that had failed is queued anew.
accepted accept(transaction& tx, const submission& incoming);

struct story_ref {
    std::string id;
    std::string title;
};

struct article {
    std::string id;
    std::uint32_t version = 1;  ///< the one shown
    std::uint32_t newest = 1;   ///< the newest there is
    std::string url;            ///< "" when there is none
    std::string headline;
    std::string publisher;
    std::vector<std::string> authors;
    std::string published_at;
    std::string language;
    std::string text;
    article_status status = article_status::queued;
    std::string failure;      ///< why, when status is failed
    std::string origin;       ///< id-like key shared by articles that go back to one report
    std::string received_at;  ///< of the version, RFC 3339 UTC
    std::vector<story_ref> stories;
    std::string events;  ///< JSON array of the API's event objects that rest on it, chronological
};

/// errc::not_found, or errc::gone when it was deleted. Version 0 is the newest.
result<article> find_article(transaction& tx, std::string_view id, std::uint32_t version = 0);

struct article_state {
    std::string id;
    article_status status = article_status::queued;
    std::string failure;
};
/// The states of those of the ids that exist, in any order.
std::vector<article_state> article_states(transaction& tx, const std::vector<std::string>& ids);

/// Deletes the article and the events that rest on it alone, and queues what follows for its story.
/// errc::not_found, or errc::gone when it was deleted before. The value is the id.
result<std::string> remove_article(transaction& tx, std::string_view id);

}  // namespace throughline::storage
