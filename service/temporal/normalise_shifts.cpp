#include "temporal/normalise.hpp"

namespace throughline::temporal {
namespace {

constexpr std::int32_t largest_shift = 100'000;  // units; beyond it a number is no distance in time

struct distance {
    grain unit;
    int units;
};

/// How far "a year and a half", "2.5 months" or "a fortnight" reach; nullopt for hours and for unknown amounts.
std::optional<distance> distance_of(const slot_values& slots) {
    const auto unit = static_cast<time_unit>(slots.get(slot::unit).value_or(slots.get_or(slot::units, 0)));
    const auto told_amount = slots.get(slot::num).value_or(slots.get_or(slot::quant, 100));
    const auto amount = told_amount < 0 ? told_amount : told_amount + slots.get_or(slot::half, 0);
    const auto grained = grain_of(unit);
    if (!grained || amount < 0 || amount / 100 > largest_shift) return std::nullopt;
    if (*grained == grain::year && amount % 100 != 0) return distance{grain::month, amount * 12 / 100};
    const int times = unit == time_unit::fortnight ? 2 : 1;
    return distance{*grained, amount / 100 * times};
}

bool in_range(const moment& when) {
    return year_of(when.anchor) > min_year + 100 && year_of(when.anchor) < max_year - 100;
}

}  // namespace

std::optional<reading> read_shift(action what, const slot_values& slots, const context& told) {
    const int sign = slots.get_or(slot::sign, -1);
    const auto unit = static_cast<time_unit>(slots.get(slot::unit).value_or(slots.get_or(slot::units, 0)));
    const bool lone_units = slots.has(slot::units) && !slots.has(slot::num) && !slots.has(slot::quant);
    if (lone_units || slots.get_or(slot::quant, 0) == unknown_amount)
        return read_reference(sign < 0 ? reference::past : reference::future);
    const auto mod = modifier_of(slots);
    const bool from_last = (what == action::shift_last && told.last) || (told.narrative && told.last);
    const auto from =
        from_last ? *told.last : at(grain::day, told.now + std::chrono::days(slots.get_or(slot::deixis, 0)));
    const auto how_far = distance_of(slots);
    if (!how_far) {
        if (unit > time_unit::hour) return std::nullopt;
        return a_date(at(grain::day, from.anchor), mod);
    }
    // In a report on a quarter, "a year earlier" is that quarter's year before.
    if (how_far->unit == grain::year && how_far->units == 1 && told.report && !told.narrative)
        return a_date(shifted(*told.report, sign * 4), mod);
    const auto shift = sign * how_far->units;
    if (from.unit >= how_far->unit) {
        const auto when = shifted(at(how_far->unit, from.anchor), shift);
        if (!in_range(when)) return std::nullopt;
        return a_date(when, mod);
    }
    auto result = a_date(from, mod);
    result.value = masked_value(from, how_far->unit);
    result.told = false;
    return result;
}

}  // namespace throughline::temporal
