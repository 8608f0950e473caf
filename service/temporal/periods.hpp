// The whole calendar periods that expressions name: years, quarters, seasons, months, weeks.
#pragma once

#include "core/calendar.hpp"

#include <cstdint>

namespace throughline::temporal {

/// An astronomical year: 0 is 1 BC, -43 is 44 BC.
using year_number = int;

/// Days first to last, both included.
struct period {
    day first;
    day last;

    bool operator==(const period&) const = default;
};

/// The years that expressions and EDTF strings may name; others are taken for plain numbers.
inline constexpr year_number min_year = -9999;
inline constexpr year_number max_year = 9999;

enum class season : std::uint8_t { spring, summer, autumn, winter };

period year_period(year_number year);
/// Any run of whole years.
period years_period(year_number first, year_number last);
/// quarter 1 to 4.
period quarter_period(year_number year, unsigned quarter);
/// month 1 to 12.
period month_period(year_number year, unsigned month);
/// Northern meteorological seasons of three months; winter begins in December of `year`.
period season_period(year_number year, season which);
/// The week, Sunday to Saturday, in which `date` lies.
period week_of(day date);

year_number year_of(day date);
unsigned month_of(day date);
unsigned day_of_month(day date);
unsigned quarter_of(day date);
season season_of(day date);
/// The year by which the season of the date is called: January 2018 lies in winter 2017.
year_number season_year(day date);

/// The day; clamped to the month's last one ("31 June" becomes 30 June).
day make_day(year_number year, unsigned month, unsigned day_of_month);
bool is_day(year_number year, unsigned month, unsigned day_of_month);
/// The same day of the month that many months on, clamped to the month's end.
day add_months(day date, int months);

/// Year and number of the ISO 8601 week (Monday to Sunday) of a day.
struct iso_week {
    year_number year;
    unsigned week;
};
iso_week iso_week_of(day date);

}  // namespace throughline::temporal
