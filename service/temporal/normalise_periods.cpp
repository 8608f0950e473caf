#include "temporal/normalise.hpp"

namespace throughline::temporal {
namespace {

/// A named month, season, weekday or holiday last, this or next time around.
std::optional<moment> named_cycle(const slot_values& slots, const context& told, int turn) {
    const day here = told.here();
    if (const auto month = slots.get(slot::month)) {
        const auto mday = static_cast<unsigned>(slots.get_or(slot::mday, 1));
        const auto number = static_cast<unsigned>(*month);
        const auto unit = slots.has(slot::mday) ? grain::day : grain::month;
        if (slots.has(slot::unit)) return at(unit, make_day(year_of(here) + turn, number, mday));  // "May of last year"
        const day this_year = make_day(year_of(here), number, mday);
        const bool before = this_year < at(grain::month, here).anchor;
        const bool after = this_year > at(grain::month, here).anchor;
        if (turn < 0) return at(unit, before ? this_year : make_day(year_of(here) - 1, number, mday));
        if (turn > 0) return at(unit, after ? this_year : make_day(year_of(here) + 1, number, mday));
        return at(unit, this_year);
    }
    if (const auto which = slots.get(slot::season)) {
        if (slots.has(slot::unit))
            return at(grain::season, season_period(year_of(here) + turn, static_cast<season>(*which)).first);
        auto found = at(grain::season, season_period(season_year(here), static_cast<season>(*which)).first);
        if (turn < 0 && days_of(found).last >= here)
            found = at(grain::season, season_period(season_year(here) - 1, static_cast<season>(*which)).first);
        if (turn > 0 && found.anchor <= here)
            found = at(grain::season, season_period(season_year(here) + 1, static_cast<season>(*which)).first);
        return found;
    }
    if (const auto row = slots.get(slot::holiday)) {
        const auto& rule = told.rules.holidays.at(static_cast<std::size_t>(*row));
        const auto year = std::max(year_of(here), 1);
        day found = holiday_in(rule, year);
        if (turn < 0 && found >= here) found = holiday_in(rule, std::max(year - 1, 1));
        if (turn > 0 && found <= here) found = holiday_in(rule, year + 1);
        return at(grain::day, found);
    }
    const auto weekday = slots.get(slot::weekday);
    if (!weekday) return std::nullopt;
    const auto today = static_cast<int>(std::chrono::weekday(here).iso_encoding());
    if (slots.has(slot::unit)) {  // "Tuesday of last week"
        const auto week = shifted(at(grain::week, here), turn);
        return at(grain::day, week.anchor + std::chrono::days(*weekday % 7));
    }
    const int ahead = (*weekday - today + 7) % 7;
    if (turn < 0) return at(grain::day, here + std::chrono::days(ahead == 0 ? -7 : ahead - 7));
    if (turn > 0) return at(grain::day, here + std::chrono::days(ahead == 0 ? 7 : ahead));
    return at(grain::day, weekday_near(told, *weekday));
}

/// The last date told, seen at a unit; when it is too coarse, the unit stays open within it.
reading seen_at(const moment& last, grain unit, int steps, modifier mod) {
    if (last.unit > unit || last.unit == unit) return a_date(shifted(at(unit, last.anchor), steps), mod);
    auto result = a_date(last);
    result.value = masked_value(last, unit);
    result.told = false;
    return result;
}

std::optional<reading> step(const slot_values& slots, const context& told, int steps) {
    const auto mod = modifier_of(slots);
    const auto last = told.last.value_or(at(grain::day, told.now));
    if (const auto part = slots.get(slot::part)) {
        auto result = seen_at(last, grain::day, steps, mod);
        if (result.when->unit != grain::day) return result;
        result.when->clock.part = static_cast<day_part>(*part);
        return a_date(*result.when, mod);
    }
    if (slots.has(slot::month) || slots.has(slot::season) || slots.has(slot::weekday)) {
        context from{told.rules, last.anchor, true, told.verb, last, told.report};
        if (const auto named = named_cycle(slots, from, steps)) return a_date(*named, mod);
    }
    const auto unit = grain_of(static_cast<time_unit>(slots.get_or(slot::unit, 0)));
    if (!unit) return std::nullopt;
    return seen_at(last, *unit, steps, mod);
}

/// "earlier" or "later" in a unit that the text stands in.
period side_of(period whole, day here, modifier side) {
    return side == modifier::start ? period{whole.first, here} : period{here, whole.last};
}

std::optional<reading> cycle(const slot_values& slots, const context& told) {
    const int turn = slots.get(slot::shift).value_or(slots.get_or(slot::sign, 0));
    const auto mod = modifier_of(slots);
    if (const auto part = slots.get(slot::part)) {
        auto when = at(grain::day, told.here());
        when.clock.part = static_cast<day_part>(*part);
        if (const auto clock = slots.get(slot::clock)) when.clock.seconds = *clock;
        return a_date(when, mod);
    }
    if (const auto named = named_cycle(slots, told, turn)) return a_date(*named, mod);
    const auto unit = grain_of(static_cast<time_unit>(slots.get_or(slot::unit, 0)));
    if (!unit || (*unit == grain::day && turn < 0)) return std::nullopt;
    if (*unit == grain::day && turn > 0) return step(slots, told, turn);  // "the next day" is not tomorrow
    auto result = a_date(shifted(at(*unit, told.here()), turn), mod);
    if (turn == 0 && slots.has(slot::later)) result.days = side_of(days_of(*result.when), told.here(), mod);
    return result;
}

std::optional<reading> definite(const slot_values& slots, const context& told) {
    const auto mod = modifier_of(slots);
    const auto unit = grain_of(static_cast<time_unit>(slots.get_or(slot::unit, static_cast<int>(time_unit::year))));
    if (!unit) return std::nullopt;
    if (*unit == grain::quarter && !told.narrative)  // the one reported on: else the last that has ended
        return a_date(told.report.value_or(shifted(at(grain::quarter, told.now), -1)), mod);
    if (mod == modifier::none && *unit != grain::year) return std::nullopt;
    const auto last = told.narrative ? told.last.value_or(at(grain::day, told.now)) : at(grain::day, told.now);
    return seen_at(last, *unit, 0, mod);
}

std::optional<reading> past_unit(const slot_values& slots, const context& told) {
    const auto unit = grain_of(static_cast<time_unit>(slots.get_or(slot::unit, 0)));
    if (!unit || *unit == grain::day) return std::nullopt;
    const day here = told.here();
    const auto length = days_of(at(*unit, here)).last - days_of(at(*unit, here)).first;
    auto result = a_date(at(*unit, here - length / 2), modifier_of(slots));
    result.days = period{here - length, here};
    return result;
}

std::optional<reading> unanchored(const slot_values& slots) {
    const auto unit = grain_of(static_cast<time_unit>(slots.get_or(slot::unit, 0)));
    if (!unit) return std::nullopt;
    reading result;
    result.value = *unit == grain::day     ? "XXXX-XX-XX"
                   : *unit == grain::week  ? "XXXX-WXX"
                   : *unit == grain::month ? "XXXX-XX"
                                           : "XXXX";
    return result;
}

std::optional<reading> weekend(const slot_values& slots, const context& told) {
    const auto mod = modifier_of(slots);
    if (slots.has(slot::mday)) {
        const auto day_told = read_date(slots, told);
        if (!day_told || !day_told->when) return std::nullopt;
        return a_date(at(grain::weekend, day_told->when->anchor), mod);
    }
    const auto coming = at(grain::weekend, told.here());
    const bool begun = coming.anchor <= told.here();
    if (const auto turn = slots.get(slot::shift)) {
        if (*turn < 0) return a_date(shifted(coming, -1), mod);
        if (*turn > 0) return a_date(begun ? shifted(coming, 1) : coming, mod);
    }
    if (begun || told.verb == tense::future) return a_date(coming, mod);
    return a_date(slots.has(slot::shift) ? coming : shifted(coming, -1), mod);
}

}  // namespace

std::optional<reading> read_period(action what, const slot_values& slots, const context& told) {
    switch (what) {
        case action::cycle: return cycle(slots, told);
        case action::step: return step(slots, told, slots.get(slot::step).value_or(slots.get_or(slot::sign, 1)));
        case action::same: return told.last ? step(slots, told, 0) : std::nullopt;
        case action::past_unit: return past_unit(slots, told);
        case action::unanchored: return unanchored(slots);
        case action::definite: return definite(slots, told);
        default: return weekend(slots, told);
    }
}

std::optional<reading> read_named_period(action what, const slot_values& slots, const context& told) {
    const auto mod = modifier_of(slots);
    const auto year = slots.get(slot::year).value_or(year_of(told.here()) + slots.get_or(slot::shift, 0));
    const auto nth = slots.get_or(slot::ord, 2);
    const auto era = slots.get_or(slot::era, 1);
    switch (what) {
        case action::quarter: {
            if (nth < 1 || nth > 4) return std::nullopt;
            const auto first = [&](year_number y) { return quarter_period(y, static_cast<unsigned>(nth)).first; };
            const bool named = slots.has(slot::year) || slots.has(slot::shift);
            return a_date(at(grain::quarter, first(named ? year : choose_year(told, grain::quarter, first))), mod);
        }
        case action::year_quarter: {
            if (!told.report) return a_date(at(grain::year, make_day(year, 1, 1)));
            return a_date(at(grain::quarter, make_day(year, month_of(told.report->anchor), 1)));
        }
        case action::half:
            if (nth < 1 || nth > 2) return std::nullopt;
            return a_date(at(grain::half, make_day(year, nth == 1 ? 1 : 7, 1)), mod);
        case action::decade: {
            auto first = slots.get(slot::decade).value_or(0);
            if (const auto tens = slots.get(slot::decades)) first = (year_of(told.here()) - *tens) / 100 * 100 + *tens;
            if (era < 0) first = 1 - first;
            return a_date(at(grain::decade, make_day(first, 1, 1)), mod);
        }
        default: {
            auto first = slots.get(slot::cent).value_or((nth - 1) * 100);
            if (!slots.has(slot::cent) && !slots.has(slot::ord)) first = year_of(told.now) / 100 * 100;
            if (first < 0 || first > max_year - 99) return std::nullopt;
            if (era < 0) first = 1 - first;
            return a_date(at(grain::century, make_day(first, 1, 1)), mod);
        }
    }
}

}  // namespace throughline::temporal
