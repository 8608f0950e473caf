// What changed in an event between two revisions of its story, field by field, for the revision log.
#pragma once

#include "timeline/timeline.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace throughline::timeline {

/// The fields of an event that a reader of the timeline sees.
struct event_snapshot {
    std::string type;
    std::string title;
    std::string edtf;                       ///< event_time::edtf
    std::string basis;                      ///< name(time_basis)
    std::string status;                     ///< name(event_status)
    std::vector<std::string> participants;  ///< names, sorted
    std::vector<std::string> articles;      ///< keys of the articles that tell of it, sorted, each once
    std::uint32_t source_count = 0;
    std::uint32_t origin_count = 0;

    bool operator==(const event_snapshot&) const = default;
};

/// One field that changed.
struct field_change {
    std::string field;   ///< as the API names it: "title", "time", "participants", "sources", …
    std::string before;  ///< for people; lists are joined by ", "
    std::string after;
    std::string reason;  ///< one sentence: "A better founded date: words of the text instead of the publication date."

    bool operator==(const field_change&) const = default;
};

/// The reader's view of an event.
event_snapshot snapshot(const timeline_event& event, std::span<const article_record> articles);

/// What changed, in the order of the fields above; empty when nothing did.
std::vector<field_change> diff(const event_snapshot& before, const event_snapshot& after);

}  // namespace throughline::timeline
