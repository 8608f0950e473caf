// Rules that date a holiday in any year.
#pragma once

#include "core/calendar.hpp"
#include "temporal/periods.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace throughline::temporal {

/// A fixed date, the nth weekday of a month, or so many days from Easter Sunday; see data/holidays.tsv.
struct holiday_rule {
    enum class kind : std::uint8_t { fixed, weekday, easter };
    kind how = kind::fixed;
    unsigned month = 1;
    unsigned mday = 1;     ///< of fixed
    unsigned weekday = 1;  ///< 1 Monday to 7 Sunday
    int nth = 1;           ///< 1 to 4, or -1 for the last
    int offset = 0;        ///< days added

    bool operator==(const holiday_rule&) const = default;
};

/// Reads the first column of holidays.tsv; nullopt when it is malformed.
std::optional<holiday_rule> parse_holiday_rule(std::string_view text);

day holiday_in(const holiday_rule& rule, year_number year);

/// Easter Sunday of the Western churches (the anonymous Gregorian computus; Meeus, Astronomical Algorithms, ch. 8).
day easter_sunday(year_number year);

}  // namespace throughline::temporal
