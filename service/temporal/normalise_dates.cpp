#include "temporal/normalise.hpp"

#include <algorithm>
#include <cstdlib>

namespace throughline::temporal {
namespace {

using std::chrono::days;

std::optional<year_number> year_from(const slot_values& slots, const context& told) {
    if (const auto named = slots.get(slot::year)) {
        const auto era = slots.get_or(slot::era, 1);
        return era < 0 ? 1 - *named : *named;
    }
    if (const auto amount = slots.get(slot::num); amount && slots.has(slot::era)) {
        const int number = *amount / 100;
        if (*amount % 100 != 0 || number < 1 || number > max_year) return std::nullopt;
        return slots.get_or(slot::era, 1) < 0 ? 1 - number : number;
    }
    if (const auto two_digits = slots.get(slot::short_year)) {
        const auto century = year_of(told.now) / 100 * 100;
        const auto year = century + *two_digits;
        return year > year_of(told.now) + 20 ? year - 100 : year;
    }
    return std::nullopt;
}

std::optional<moment> month_or_day(const slot_values& slots, const context& told, std::optional<year_number> year) {
    const auto month = static_cast<unsigned>(*slots.get(slot::month));
    const auto mday = slots.get(slot::mday);
    if (!mday) {
        const auto first = [&](year_number y) { return make_day(y, month, 1); };
        return at(grain::month, first(year ? *year : choose_year(told, grain::month, first)));
    }
    const auto date = static_cast<unsigned>(*mday);
    const auto on = [&](year_number y) { return make_day(y, month, date); };
    const auto chosen = year ? *year : choose_year(told, grain::day, on);
    if (!is_day(chosen, month, date)) return std::nullopt;
    return at(grain::day, on(chosen));
}

/// The unit that the words name, without its time of day.
std::optional<moment> calendar_part(const slot_values& slots, const context& told) {
    const auto year = year_from(slots, told);
    if (slots.has(slot::month)) return month_or_day(slots, told, year);
    if (year && slots.has(slot::mday)) {  // 2018-03-20: the second and third numbers
        const auto month = static_cast<unsigned>(*slots.get(slot::mday));
        const auto date = static_cast<unsigned>(slots.get(slot::mday, 1).value_or(0));
        if (month > 12 || !is_day(*year, month, date)) return std::nullopt;
        return at(grain::day, make_day(*year, month, date));
    }
    if (const auto row = slots.get(slot::holiday)) {
        const auto& rule = told.rules.holidays.at(static_cast<std::size_t>(*row));
        const auto on = [&](year_number y) { return holiday_in(rule, std::max(y, 1)); };
        return at(grain::day, on(year ? *year : choose_year(told, grain::day, on)));
    }
    if (const auto which = slots.get(slot::season)) {
        const auto first = [&](year_number y) { return season_period(y, static_cast<season>(*which)).first; };
        return at(grain::season, first(year ? *year : choose_year(told, grain::season, first)));
    }
    if (year) return at(grain::year, make_day(*year, 1, 1));
    if (const auto weekday = slots.get(slot::weekday)) return at(grain::day, weekday_near(told, *weekday));
    if (const auto offset = slots.get(slot::deixis)) return at(grain::day, told.here() + days(*offset));
    return std::nullopt;
}

/// nullopt for an hour that no clock shows ("45 p.m.").
std::optional<time_of_day> time_from(const slot_values& slots) {
    time_of_day clock;
    const auto half = slots.get(slot::meridiem);
    if (const auto part = slots.get(slot::part)) clock.part = static_cast<day_part>(*part);
    if (const auto minutes = slots.get(slot::point)) clock.seconds = *minutes * 60;
    if (const auto told = slots.get(slot::clock)) clock.seconds = *told;
    if (const auto hour = slots.get(slot::hour)) clock.seconds = *hour * 3600;
    const bool evening =
        clock.part == day_part::afternoon || clock.part == day_part::evening || clock.part == day_part::night;
    if (half && clock.seconds >= 13 * 3600) return *half == 12 ? std::optional(clock) : std::nullopt;
    if (half)
        clock.seconds = clock.seconds % (12 * 3600) + *half * 3600;
    else if (evening && clock.seconds > 0 && clock.seconds < 12 * 3600)
        clock.seconds += 12 * 3600;
    return clock;
}

}  // namespace

std::optional<reading> read_date(const slot_values& slots, const context& told) {
    // In history "today" is the reader's day or a quoted speaker's: no date is meant.
    if (told.narrative && slots.get(slot::deixis) == 0 && !slots.has(slot::clock))
        return read_reference(reference::present);
    const auto clock = time_from(slots);
    if (!clock) return std::nullopt;
    auto when = calendar_part(slots, told);
    if (!when) {
        if (clock->empty()) return std::nullopt;
        // A time of no named day lies on the day being told of.
        const bool lean = told.last && told.last->unit == grain::day && told.narrative;
        // What happened "overnight" did so in the night that the day began with.
        const days back{clock->part == day_part::night && told.verb == tense::past ? 1 : 0};
        when = at(grain::day, (lean ? told.last->anchor : told.now) - back);
    }
    if (!clock->empty() && when->unit != grain::day) return std::nullopt;
    when->clock = *clock;
    return a_date(*when, modifier_of(slots));
}

std::optional<reading> read_numbers(action what, const slot_values& slots, const context& told) {
    if (what == action::bare_year) {
        constexpr int near = 150;  // years between neighbouring dates of one text
        const auto number = slots.get_or(slot::num, 0) / 100;
        if (!told.last || year_of(told.last->anchor) > 0 || slots.get_or(slot::num, 0) % 100 != 0) return std::nullopt;
        const year_number year = 1 - number;
        if (number < 32 || std::abs(year - year_of(told.last->anchor)) > near) return std::nullopt;
        return a_date(at(grain::year, make_day(year, 1, 1)));
    }
    const auto year = year_from(slots, told);
    auto month = static_cast<unsigned>(*slots.get(slot::mday));
    auto date = static_cast<unsigned>(slots.get(slot::mday, 1).value_or(0));
    if (month > 12) std::swap(month, date);
    if (!year || month > 12 || !is_day(*year, month, date)) return std::nullopt;
    return a_date(at(grain::day, make_day(*year, month, date)));
}

}  // namespace throughline::temporal
