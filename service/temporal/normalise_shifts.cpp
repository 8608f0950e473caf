#include "temporal/normalise.hpp"

#include <array>

namespace throughline::temporal {
namespace {

constexpr int farthest = 9000;  // years; beyond it a number is no distance in time

struct distance {
    grain unit;
    int units;
};

time_unit unit_of(const slot_values& slots) {
    return static_cast<time_unit>(slots.get(slot::unit).value_or(slots.get_or(slot::units, 0)));
}

/// Whether so many units stay within the years that a calendar reaches.
bool reaches(distance how_far) {
    constexpr std::array<int, 10> a_year{0, 0, 1, 2, 4, 4, 12, 52, 52, 365};  // units in it, by grain
    const int units = a_year.at(static_cast<std::size_t>(how_far.unit));
    const int years = how_far.unit == grain::century ? how_far.units * 100 : how_far.units * 10;
    return units == 0 ? how_far.units <= farthest && years <= farthest : how_far.units / units <= farthest;
}

/// How far "a year and a half", "36 hours" or "a fortnight" reach; nullopt when no calendar goes so far.
std::optional<distance> distance_of(const slot_values& slots) {
    const auto unit = unit_of(slots);
    const auto amount = slots.get(slot::num).value_or(slots.get_or(slot::quant, 100)) + slots.get_or(slot::half, 0);
    distance result{grain::day, amount / 100};
    if (unit < time_unit::hour) {
        result.units = 0;
    } else if (unit == time_unit::hour) {
        result.units = amount / 2400;
    } else if (unit == time_unit::year && amount % 100 != 0 && amount < farthest * 100) {
        result = {grain::month, amount * 12 / 100};
    } else if (const auto grained = grain_of(unit)) {
        result.unit = *grained;
        if (unit == time_unit::fortnight) result.units *= 2;
    } else {
        return std::nullopt;
    }
    if (!reaches(result)) return std::nullopt;
    return result;
}

}  // namespace

std::optional<reading> read_shift(action what, const slot_values& slots, const context& told) {
    const int sign = slots.get_or(slot::sign, -1);
    const bool lone_units = slots.has(slot::units) && !slots.has(slot::num) && !slots.has(slot::quant);
    if (lone_units || slots.get_or(slot::quant, 0) == unknown_amount) {
        // "A few days later" than a time told may well be past: only its length is sure.
        if (what == action::shift_last && sign > 0) return read_duration(slots);
        return read_reference(sign < 0 ? reference::past : reference::future);
    }
    const auto mod = modifier_of(slots);
    const bool from_last = (what == action::shift_last && told.last) || (told.narrative && told.last);
    const auto from =
        from_last ? *told.last : at(grain::day, told.now + std::chrono::days(slots.get_or(slot::deixis, 0)));
    const auto how_far = distance_of(slots);
    if (!how_far) return std::nullopt;
    // In a report on a quarter, "a year earlier" is that quarter's year before.
    if (how_far->unit == grain::year && how_far->units == 1 && told.report && !told.narrative)
        return a_date(shifted(*told.report, sign * 4), mod);
    const auto shift = sign * how_far->units;
    if (from.unit >= how_far->unit) return a_date(shifted(at(how_far->unit, from.anchor), shift), mod);
    auto result = a_date(from, mod);
    result.value = masked_value(from, how_far->unit);
    result.told = false;
    return result;
}

}  // namespace throughline::temporal
