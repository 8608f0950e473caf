// A story's chronology with its evidence as the writers of the export formats take it.
#pragma once

#include "core/calendar.hpp"
#include "document/span.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::exports {

/// The days in which an event can lie; an empty side is open.
struct export_time {
    std::optional<day> first;
    std::optional<day> last;
    std::string edtf;         ///< ISO 8601-2; "" when nothing is known
    std::string granularity;  ///< "day", "month", …
    std::string basis;        ///< "expression", "publication", "linked", "none"
};

struct export_participant {
    std::string name;
    std::vector<std::string> aliases;
    std::string role;  ///< "actor", "recipient", "place", "other"
};

struct export_link {
    std::string relation;  ///< "responds_to", …
    std::string event_id;
};

/// The words of one article that speak of an event.
struct export_mention {
    std::size_t article = 0;  ///< index into story_export::articles
    std::string exact;        ///< the article's text at `position`
    std::string prefix;       ///< a few words before
    std::string suffix;       ///< a few words after
    span position;            ///< code points of the article's text, half-open
    std::string attributed_to;
};

struct export_event {
    std::string id;
    std::string type;
    std::string title;
    export_time time;
    std::string status;  ///< "occurred", "planned", "denied", "alleged"
    std::vector<export_participant> participants;
    std::uint32_t source_count = 0;  ///< publishers
    std::uint32_t origin_count = 0;  ///< independent reports
    double salience = 0;
    std::vector<export_link> links;
    std::vector<export_mention> mentions;  ///< by day of publication, then place in the text
    std::string added_at;                  ///< RFC 3339 UTC: when the service first told of it
    std::string changed_at;                ///< RFC 3339 UTC: when the service last changed what it tells of it
};

struct export_article {
    std::string id;
    std::uint32_t version = 1;
    std::string url;  ///< "" when none is known
    std::string headline;
    std::string publisher;
    std::string published_at;  ///< a day or an RFC 3339 time
};

struct story_export {
    std::string id;
    std::string title;
    std::int64_t revision = 0;
    std::uint32_t article_count = 0;
    std::uint32_t publisher_count = 0;
    std::string updated_at;  ///< RFC 3339 UTC
    std::vector<export_article> articles;
    std::vector<export_event> events;  ///< chronological, undated ones last
    std::string base;                  ///< where readers reach the service: "https://news.example", without a slash
    std::string self;                  ///< absolute address of this export
};

}  // namespace throughline::exports
