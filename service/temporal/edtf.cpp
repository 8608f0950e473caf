#include "temporal/edtf.hpp"

#include "temporal/periods.hpp"

#include <cstdio>
#include <cstdlib>

namespace throughline::temporal {
namespace {

std::string year_text(year_number year) {
    char buffer[24];
    if (year < min_year || year > max_year)
        std::snprintf(buffer, sizeof buffer, "Y%d", year);
    else
        std::snprintf(buffer, sizeof buffer, "%s%04d", year < 0 ? "-" : "", std::abs(year));
    return buffer;
}

std::string with_number(std::string text, unsigned number) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "-%02u", number % 100);
    return text += buffer;
}

std::string month_text(day date) { return with_number(year_text(year_of(date)), month_of(date)); }
std::string day_text(day date) { return with_number(month_text(date), day_of_month(date)); }

bool starts_year(day date) { return month_of(date) == 1 && day_of_month(date) == 1; }
bool starts_month(day date) { return day_of_month(date) == 1; }
day next(day date) { return date + std::chrono::days(1); }

/// The precision of an interval's ends: no finer than days, no coarser than both ends and the unit allow.
granularity end_precision(std::optional<day> first, std::optional<day> last, granularity unit) {
    const auto both = [&](auto starts) { return (!first || starts(*first)) && (!last || starts(next(*last))); };
    if (unit == granularity::none || unit > granularity::month || !both(starts_month)) return granularity::day;
    return unit <= granularity::year && both(starts_year) ? granularity::year : granularity::month;
}

std::string end_text(day date, granularity precision) {
    if (precision == granularity::year) return year_text(year_of(date));
    return precision == granularity::month ? month_text(date) : day_text(date);
}

/// "201X" and "20XX": only years from 0 on, whose digits are whole decades and centuries.
std::string masked_year(day first, std::size_t masked) {
    auto text = year_text(year_of(first));
    text.replace(text.size() - masked, masked, masked, 'X');
    return text;
}

/// The name of the one whole unit that the interval is, "" when it is none.
std::string whole_unit(period days, granularity unit) {
    const year_number year = year_of(days.first);
    const bool common_era = year >= 0 && year <= max_year;
    switch (unit) {
        case granularity::century:
            if (common_era && year % 100 == 0 && days == years_period(year, year + 99))
                return masked_year(days.first, 2);
            break;
        case granularity::decade:
            if (common_era && year % 10 == 0 && days == years_period(year, year + 9)) return masked_year(days.first, 1);
            break;
        case granularity::year:
            if (days == year_period(year)) return year_text(year);
            break;
        case granularity::season:
            if (days == season_period(year, season_of(days.first)))
                return with_number(year_text(year), 21 + static_cast<unsigned>(season_of(days.first)));
            break;
        case granularity::quarter:
            if (days == quarter_period(year, quarter_of(days.first)))
                return with_number(year_text(year), 32 + quarter_of(days.first));
            break;
        case granularity::month:
            if (days == month_period(year, month_of(days.first))) return month_text(days.first);
            break;
        default: break;
    }
    return days.first == days.last ? day_text(days.first) : "";
}

}  // namespace

std::string to_edtf(std::optional<day> first, std::optional<day> last, granularity unit) {
    if (!first && !last) return "";
    if (first && last) {
        if (*last < *first) return "";
        if (auto name = whole_unit({*first, *last}, unit); !name.empty()) return name;
    }
    const auto precision = end_precision(first, last, unit);
    auto begin = first ? end_text(*first, precision) : "..";
    const auto end = last ? end_text(*last, precision) : "..";
    if (begin == end) return begin;
    return begin + "/" + end;
}

}  // namespace throughline::temporal
