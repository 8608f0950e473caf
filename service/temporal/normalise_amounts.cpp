#include "temporal/normalise.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace throughline::temporal {
namespace {

struct unit_code {
    bool time;   ///< written after the T
    int factor;  ///< how many of the coded unit one is
    std::string_view code;
};

constexpr std::array<unit_code, 14> codes{{{true, 1, "S"},
                                           {true, 1, "M"},
                                           {true, 1, "H"},
                                           {false, 1, "D"},
                                           {false, 1, "D"},
                                           {false, 1, "WE"},
                                           {false, 1, "W"},
                                           {false, 2, "W"},
                                           {false, 1, "M"},
                                           {false, 1, "Q"},
                                           {false, 1, "Y"},
                                           {false, 1, "DE"},
                                           {false, 1, "CE"},
                                           {false, 1, "ML"}}};

/// 250 is "2.5"; unknown_amount is "X".
std::string amount_text(std::int32_t hundredths) {
    if (hundredths == unknown_amount) return "X";
    auto text = std::to_string(hundredths / 100);
    if (const auto rest = hundredths % 100; rest != 0) {
        text += "." + std::to_string(rest / 10);
        if (rest % 10 != 0) text += std::to_string(rest % 10);
    }
    return text;
}

struct length {
    time_unit unit;
    std::int32_t amount;  ///< hundredths or unknown_amount
};

/// Half of a long unit is told in the next smaller one.
length in_whole_units(length whole) {
    if (whole.amount % 100 != 50) return whole;
    switch (whole.unit) {
        case time_unit::minute: return {time_unit::second, whole.amount * 60};
        case time_unit::hour: return {time_unit::minute, whole.amount * 60};
        case time_unit::day: return {time_unit::hour, whole.amount * 24};
        case time_unit::year: return {time_unit::month, whole.amount * 12};
        case time_unit::decade: return {time_unit::year, whole.amount * 10};
        case time_unit::century: return {time_unit::year, whole.amount * 100};
        default: return whole;
    }
}

std::string period_value(length whole) {
    whole = in_whole_units(whole);
    const auto& code = codes.at(static_cast<std::size_t>(whole.unit));
    if (whole.amount != unknown_amount) whole.amount *= code.factor;
    return (code.time ? "PT" : "P") + amount_text(whole.amount).append(code.code);
}

/// The nth unit: "an hour and ten minutes" fills the slot of the singular first.
time_unit unit_in(const slot_values& slots, std::size_t nth = 0) {
    if (const auto one = slots.get(slot::unit)) {
        if (nth == 0) return static_cast<time_unit>(*one);
        --nth;
    }
    return static_cast<time_unit>(slots.get_or(slot::units, 0, nth));
}

}  // namespace

reading read_duration(const slot_values& slots) {
    reading result;
    result.type = timex_type::duration;
    const bool lone_units = slots.has(slot::units) && !slots.has(slot::unit);
    const auto amount = slots.get(slot::num).value_or(slots.get_or(slot::quant, lone_units ? unknown_amount : 100));
    const auto half = slots.get_or(slot::half, 0);
    result.value = period_value({unit_in(slots), amount == unknown_amount ? amount : amount + half});
    const bool second_unit = slots.get(slot::units, slots.has(slot::unit) ? 0 : 1).has_value();
    if (const auto more = slots.get(slot::num, 1); more && second_unit) {
        const auto& first = codes.at(static_cast<std::size_t>(unit_in(slots)));
        const auto& second = codes.at(static_cast<std::size_t>(unit_in(slots, 1)));
        if (second.time && !first.time) result.value += "T";
        if (second.time >= first.time) result.value += amount_text(*more).append(second.code);
    }
    result.mod = slots.has(slot::approx) ? static_cast<modifier>(*slots.get(slot::approx)) : modifier::none;
    return result;
}

std::optional<reading> read_set(const slot_values& slots) {
    reading result;
    result.type = timex_type::set;
    if (const auto weekday =
            slots.get(slot::weekday).has_value() ? slots.get(slot::weekday) : slots.get(slot::weekdays)) {
        result.value = "XXXX-WXX-" + std::to_string(*weekday);
        if (const auto part = slots.get(slot::part))
            result.value.append("T").append(code(static_cast<day_part>(*part)));
    } else if (const auto month = slots.get(slot::month)) {
        result.value = (*month < 10 ? "XXXX-0" : "XXXX-") + std::to_string(*month);
    } else if (const auto which = slots.get(slot::season)) {
        constexpr std::array<const char*, 4> seasons{"SP", "SU", "FA", "WI"};
        result.value = std::string("XXXX-") + seasons.at(static_cast<std::size_t>(*which));
    } else if (const auto part = slots.get(slot::part)) {
        result.value = "XXXX-XX-XXT" + std::string(code(static_cast<day_part>(*part)));
    } else if (const auto often = slots.get(slot::often)) {
        result.value = period_value({static_cast<time_unit>(*often), 100});
    } else if (slots.has(slot::unit) || slots.has(slot::units)) {
        const auto ordinal = slots.get_or(slot::ord, 1) * 100;
        result.value = period_value({unit_in(slots), slots.get_or(slot::num, ordinal)});
    } else {
        return std::nullopt;
    }
    return result;
}

reading read_reference(reference side) {
    reading result;
    result.value = side == reference::past ? "PAST_REF" : side == reference::future ? "FUTURE_REF" : "PRESENT_REF";
    return result;
}

}  // namespace throughline::temporal
