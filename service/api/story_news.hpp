// What those who follow a story are told, as Server-Sent Events (WHATWG HTML, section 9.2).
#pragma once

#include "core/error.hpp"
#include "storage/change_log.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::api {

/// What has become of a story since a revision.
struct story_news {
    std::int64_t newest = 0;                           ///< the story's revision
    std::vector<storage::revision_changes> revisions;  ///< all since the known one, oldest first
    bool incomplete = false;  ///< there are too many, or the known one is not among the story's
    std::string successor;    ///< the story it was merged into; then nothing else is set
};

/// `known` nullopt: nothing is to be told but the newest revision. errc::not_found or errc::gone.
result<story_news> read_news(storage::transaction& tx, const std::string& story_id, std::optional<std::int64_t> known);

/// The events for a listener that knows the revision: "change" for each later one, "reset" where they cannot be told,
/// "moved" where the story was merged; "" when there is no news.
std::string news_events(const std::string& story_id, const story_news& news, std::int64_t known);

/// The event "gone".
std::string gone_event(const std::string& story_id);

/// The first bytes of a stream: after how long to come again, and from which revision.
std::string opening(std::int64_t revision);

}  // namespace throughline::api
