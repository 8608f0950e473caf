// The date of an article, as RFC 3339 or as pages print it: "2018-03-21", "March 21, 2018", "21 Mar 2018 14:05 GMT".
#pragma once

#include "core/calendar.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::ingest {

/// When an article came out.
struct published_time {
    day local{};  ///< the day in the zone that the text names, else as printed: what "today" means in the article
    std::optional<std::chrono::sys_time<std::chrono::microseconds>> exact;  ///< only when hour and zone are both given

    bool operator==(const published_time&) const = default;
};

enum class date_fault : std::uint8_t {
    none,
    not_a_date,   ///< no form that is read, or ambiguous ("03/04/2018")
    impossible,   ///< no such day or hour: February 30
    unknown_zone  ///< a zone that data/zones.tsv does not know
};

struct date_reading {
    std::optional<published_time> value;  ///< set exactly when `fault` is none
    date_fault fault = date_fault::none;
};

/// Reads a whole string as one date. Weekdays and words such as "Published" are passed over.
date_reading read_date(std::string_view text);

/// The same for a page, where an unknown zone only costs the hour: the day stays.
std::optional<published_time> read_page_date(std::string_view text);

/// "2018-03-21" or, with an exact moment, RFC 3339 in UTC: "2018-03-21T14:05:00Z".
std::string to_string(const published_time& value);

}  // namespace throughline::ingest
