// Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2): intervals of days to and from its strings.
#pragma once

#include "core/calendar.hpp"
#include "document/event_time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace throughline::temporal {

/// The days an EDTF string stands for, both ends included; an empty side is open.
struct edtf_interval {
    std::optional<day> first;
    std::optional<day> last;
    granularity unit = granularity::none;  ///< the coarsest unit that the string is written in

    bool operator==(const edtf_interval&) const = default;
};

/// Writes the interval no more exactly than `unit`: one whole unit by its own name ("2018-03", "2018-33", "2018-24",
/// "201X"), any other by its two ends, each at the coarsest precision that names the same day ("2018-04-21/2018-04-30",
/// "2018-03/2018-05", "../2018-03-18", "2014/.."). "" when both sides are open or first lies after last.
/// Years outside -9999 … 9999 are written with a leading Y (level 1).
std::string to_edtf(std::optional<day> first, std::optional<day> last, granularity unit);

/// Reads what to_edtf writes, and besides it "/.." and "../" with an empty side, "?", "~" and "%" after a date, seasons
/// 21 to 32, quarters 33 to 36, "201X", "20XX", "2018-XX", "2018-03-XX" and a time of day after "T" (kept as its day).
/// nullopt for anything else.
std::optional<edtf_interval> parse_edtf(std::string_view text);

}  // namespace throughline::temporal
