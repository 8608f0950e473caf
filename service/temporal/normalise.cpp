#include "temporal/normalise.hpp"

namespace throughline::temporal {

std::optional<reading> normalise(action what, const slot_values& slots, const context& told) {
    switch (what) {
        case action::date: return read_date(slots, told);
        case action::slashed:
        case action::bare_year: return read_numbers(what, slots, told);
        case action::pair:
        case action::skip: return std::nullopt;
        case action::cycle:
        case action::step:
        case action::same:
        case action::past_unit:
        case action::unanchored:
        case action::definite:
        case action::weekend: return read_period(what, slots, told);
        case action::year_quarter:
        case action::quarter:
        case action::half:
        case action::decade:
        case action::century: return read_named_period(what, slots, told);
        case action::shift:
        case action::shift_last: return read_shift(what, slots, told);
        case action::duration: return read_duration(slots);
        case action::set: return read_set(slots);
        case action::history_ref:
            if (!told.narrative) return std::nullopt;
            [[fallthrough]];
        case action::ref: return read_reference(static_cast<reference>(slots.get_or(slot::ref, 0)));
    }
    return std::nullopt;
}

reading a_date(const moment& when, modifier mod) {
    reading result;
    result.type = when.clock.empty() ? timex_type::date : timex_type::time;
    result.value = timex_value(when);
    result.mod = mod;
    result.when = when;
    return result;
}

modifier modifier_of(const slot_values& slots) {
    for (const auto which : {slot::edge, slot::mod, slot::later, slot::approx})
        if (const auto value = slots.get(which)) return static_cast<modifier>(*value);
    return modifier::none;
}

std::optional<grain> grain_of(time_unit unit) {
    switch (unit) {
        case time_unit::day:
        case time_unit::night: return grain::day;
        case time_unit::weekend: return grain::weekend;
        case time_unit::week:
        case time_unit::fortnight: return grain::week;
        case time_unit::month: return grain::month;
        case time_unit::quarter: return grain::quarter;
        case time_unit::year: return grain::year;
        case time_unit::decade: return grain::decade;
        case time_unit::century: return grain::century;
        default: return std::nullopt;
    }
}

day weekday_near(const context& told, int weekday) {
    const auto today = static_cast<int>(std::chrono::weekday(told.now).iso_encoding());
    const int ahead = (weekday - today + 7) % 7;
    const bool future = told.verb == tense::future;
    return told.now + std::chrono::days(future || ahead == 0 ? ahead : ahead - 7);
}

}  // namespace throughline::temporal
