// A point or stretch of the calendar as exact as words make it, with its TIMEX3 value and its days.
#pragma once

#include "core/calendar.hpp"
#include "document/event_time.hpp"
#include "temporal/names.hpp"
#include "temporal/periods.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::temporal {

/// How exact a moment is, coarsest first.
enum class grain : std::uint8_t { century, decade, year, half, season, quarter, month, week, weekend, day };

/// A time of day: a clock time, or a part of the day, or neither.
struct time_of_day {
    int seconds = -1;  ///< after midnight; -1 when no clock time is given
    day_part part = day_part::none;
    std::string_view zone;  ///< "Z", "-05"; "" when none is given

    bool empty() const { return seconds < 0 && part == day_part::none; }
    bool operator==(const time_of_day&) const = default;
};

/// One whole unit of the calendar, known by any day in it, and a time of day when the unit is a day.
struct moment {
    grain unit = grain::day;
    day anchor{};  ///< the unit's first day; of a week the Sunday
    time_of_day clock;

    bool operator==(const moment&) const = default;
};

/// The unit in which the day lies.
moment at(grain unit, day date);

/// The unit so many units on.
moment shifted(const moment& from, int units);

/// The days of the unit.
period days_of(const moment& when);

/// The days of its early, middle or late part: a third of a unit (of a month the days 1-10, 11-20 and 21 on, of a year
/// four months, of any longer unit a third of its years); the whole unit for any other modifier and for days.
period part_of(const moment& when, modifier part);

/// TIMEX3: "19", "199", "1998", "1998-H1", "1998-Q3", "1998-SU", "1998-03", "1998-W12", "1998-W12-WE", "1998-03-20",
/// "1998-03-20TMO", "1998-03-20T09:00"; years before Christ as "BC0431".
std::string timex_value(const moment& when);

/// The value of a unit of which only the enclosing, coarser moment is known: "1943-07-XX", "1941-XX".
std::string masked_value(const moment& enclosing, grain unit);

granularity granularity_of(const moment& when);

}  // namespace throughline::temporal
