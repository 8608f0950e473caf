#include "temporal/periods.hpp"

#include <algorithm>

namespace throughline::temporal {
namespace chrono = std::chrono;

day make_day(year_number year, unsigned month, unsigned day_of_month) {
    const chrono::year_month_day_last end{chrono::year(year), chrono::month_day_last(chrono::month(month))};
    const auto clamped = std::min(chrono::day(day_of_month), end.day());
    return day(chrono::year_month_day(end.year(), end.month(), clamped));
}

bool is_day(year_number year, unsigned month, unsigned day_of_month) {
    return year >= min_year && year <= max_year &&
           chrono::year_month_day(chrono::year(year), chrono::month(month), chrono::day(day_of_month)).ok();
}

year_number year_of(day date) { return static_cast<int>(chrono::year_month_day(date).year()); }
unsigned month_of(day date) { return static_cast<unsigned>(chrono::year_month_day(date).month()); }
unsigned day_of_month(day date) { return static_cast<unsigned>(chrono::year_month_day(date).day()); }
unsigned quarter_of(day date) { return (month_of(date) - 1) / 3 + 1; }

season season_of(day date) {
    const unsigned month = month_of(date);
    if (month <= 2 || month == 12) return season::winter;
    return static_cast<season>(month / 3 - 1);
}

year_number season_year(day date) { return month_of(date) <= 2 ? year_of(date) - 1 : year_of(date); }

period years_period(year_number first, year_number last) { return {make_day(first, 1, 1), make_day(last, 12, 31)}; }
period year_period(year_number year) { return years_period(year, year); }

period month_period(year_number year, unsigned month) { return {make_day(year, month, 1), make_day(year, month, 31)}; }

period quarter_period(year_number year, unsigned quarter) {
    return {make_day(year, quarter * 3 - 2, 1), make_day(year, quarter * 3, 31)};
}

period season_period(year_number year, season which) {
    if (which == season::winter) return {make_day(year, 12, 1), make_day(year + 1, 2, 31)};
    const unsigned month = 3 * (static_cast<unsigned>(which) + 1);
    return {make_day(year, month, 1), make_day(year, month + 2, 31)};
}

period week_of(day date) {
    const day sunday = date - chrono::days(chrono::weekday(date).c_encoding());
    return {sunday, sunday + chrono::days(6)};
}

day add_months(day date, int months) {
    const chrono::year_month_day from(date);
    const auto target = chrono::year_month(from.year(), from.month()) + chrono::months(months);
    return make_day(static_cast<int>(target.year()), static_cast<unsigned>(target.month()),
                    static_cast<unsigned>(from.day()));
}

iso_week iso_week_of(day date) {
    const day thursday = date + chrono::days(4 - static_cast<int>(chrono::weekday(date).iso_encoding()));
    const year_number year = year_of(thursday);
    const auto days = (thursday - make_day(year, 1, 1)).count();
    return {year, static_cast<unsigned>(days / 7 + 1)};
}

}  // namespace throughline::temporal
