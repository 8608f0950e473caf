#include "temporal/moment.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace throughline::temporal {
namespace {

using std::chrono::days;

/// First year of the decade or century of so many years; before Christ they run by that era's own numbers: 479 to 470
/// BC.
year_number first_year(year_number year, int years) {
    if (year > 0) return year - year % years;
    const int before_christ = 1 - year;
    return 1 - (before_christ / years * years + years - 1);
}

std::string formatted(const char* format, int a, int b = 0) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, format, a, b);
    return buffer;
}

/// The year with so many of its last digits left out.
std::string year_value(year_number year, std::size_t cut = 0) {
    auto text = year > 0 ? formatted("%04d", year) : formatted("BC%04d", 1 - year);
    text.resize(text.size() - cut);
    return text;
}

std::string month_value(day date) {
    return year_value(year_of(date)) + formatted("-%02d", static_cast<int>(month_of(date)));
}
std::string day_value(day date) { return month_value(date) + formatted("-%02d", static_cast<int>(day_of_month(date))); }

std::string week_value(day inside) {
    const auto week = iso_week_of(inside);
    return year_value(week.year) + formatted("-W%02d", static_cast<int>(week.week));
}

std::string clock_value(const time_of_day& clock) {
    if (clock.seconds < 0) return clock.part == day_part::none ? "" : "T" + std::string(code(clock.part));
    auto text = "T" + formatted("%02d:%02d", clock.seconds / 3600, clock.seconds / 60 % 60);
    if (clock.seconds % 60 != 0) text += formatted(":%02d", clock.seconds % 60);
    return text.append(clock.zone);
}

/// Three parts of a run of months or years.
period third(period whole, int months, modifier part) {
    const int size = months / 3;
    const int index = static_cast<int>(part) - static_cast<int>(modifier::start);
    const day first = add_months(whole.first, index * size);
    return {first, index == 2 ? whole.last : add_months(first, size) - days(1)};
}

}  // namespace

moment at(grain unit, day date) {
    const auto year = year_of(date);
    switch (unit) {
        case grain::century: return {unit, make_day(first_year(year, 100), 1, 1), {}};
        case grain::decade: return {unit, make_day(first_year(year, 10), 1, 1), {}};
        case grain::year: return {unit, make_day(year, 1, 1), {}};
        case grain::half: return {unit, make_day(year, month_of(date) <= 6 ? 1 : 7, 1), {}};
        case grain::season: return {unit, season_period(season_year(date), season_of(date)).first, {}};
        case grain::quarter: return {unit, quarter_period(year, quarter_of(date)).first, {}};
        case grain::month: return {unit, make_day(year, month_of(date), 1), {}};
        case grain::week: return {unit, week_of(date).first, {}};
        case grain::weekend: return {unit, week_of(date - days(1)).first + days(6), {}};
        case grain::day: break;
    }
    return {grain::day, date, {}};
}

moment shifted(const moment& from, int units) {
    constexpr std::array<int, 10> months{1200, 120, 12, 6, 3, 3, 1, 0, 0, 0};
    if (const int step = months.at(static_cast<std::size_t>(from.unit)); step != 0)
        return at(from.unit, add_months(from.anchor, step * units));
    return at(from.unit, from.anchor + days((from.unit == grain::day ? 1 : 7) * units));
}

period days_of(const moment& when) {
    switch (when.unit) {
        case grain::week: return week_of(when.anchor);
        case grain::weekend: return {when.anchor, when.anchor + days(1)};
        case grain::day: return {when.anchor, when.anchor};
        default: return {when.anchor, shifted(when, 1).anchor - days(1)};
    }
}

period part_of(const moment& when, modifier part) {
    const auto whole = days_of(when);
    if (part != modifier::start && part != modifier::mid && part != modifier::end) return whole;
    const int index = static_cast<int>(part) - static_cast<int>(modifier::start);
    switch (when.unit) {
        case grain::century: return third(whole, 99 * 12, part);
        case grain::decade: return third(whole, 9 * 12, part);
        case grain::year: return third(whole, 12, part);
        case grain::half: return third(whole, 6, part);
        case grain::season:
        case grain::quarter: return third(whole, 3, part);
        case grain::month: {
            const day first = whole.first + days(10 * index);
            return {first, index == 2 ? whole.last : first + days(9)};
        }
        case grain::week: {
            // Sunday to Tuesday, Tuesday to Thursday, Thursday to Saturday: the parts of a week overlap in what people
            // say.
            const day first = whole.first + days(2 * index);
            return {first, first + days(2)};
        }
        default: return whole;
    }
}

std::string timex_value(const moment& when) {
    const auto year = year_of(when.anchor);
    switch (when.unit) {
        case grain::century: return year_value(year, 2);
        case grain::decade: return year_value(year, 1);
        case grain::year: return year_value(year);
        case grain::half: return year_value(year) + (month_of(when.anchor) == 1 ? "-H1" : "-H2");
        case grain::season: {
            constexpr std::array<const char*, 4> codes{"-SP", "-SU", "-FA", "-WI"};
            return year_value(year) + codes.at(static_cast<std::size_t>(season_of(when.anchor)));
        }
        case grain::quarter: return year_value(year) + formatted("-Q%d", static_cast<int>(quarter_of(when.anchor)));
        case grain::month: return month_value(when.anchor);
        // A Sunday-to-Saturday week is called by the ISO week that shares six of its days.
        case grain::week: return week_value(when.anchor + days(3));
        case grain::weekend: return week_value(when.anchor) + "-WE";
        case grain::day: break;
    }
    return day_value(when.anchor) + clock_value(when.clock);
}

std::string masked_value(const moment& enclosing, grain unit) {
    auto text = timex_value({enclosing.unit, enclosing.anchor, {}});
    if (enclosing.unit < grain::year) text.resize(text.starts_with("BC") ? 6 : 4, 'X');
    if (unit == grain::month && enclosing.unit <= grain::year) return text + "-XX";
    if (unit == grain::day && enclosing.unit <= grain::year) return text + "-XX-XX";
    if (unit == grain::day && enclosing.unit == grain::month) return text + "-XX";
    if (unit == grain::week && enclosing.unit <= grain::year) return text + "-WXX";
    return text;
}

granularity granularity_of(const moment& when) {
    switch (when.unit) {
        case grain::century: return granularity::century;
        case grain::decade: return granularity::decade;
        case grain::year: return granularity::year;
        case grain::half: return granularity::quarter;
        case grain::season: return granularity::season;
        case grain::quarter: return granularity::quarter;
        case grain::month: return granularity::month;
        case grain::week:
        case grain::weekend: return granularity::week;
        case grain::day: break;
    }
    return when.clock.empty() ? granularity::day : granularity::time;
}

}  // namespace throughline::temporal
