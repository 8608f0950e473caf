#include "temporal/names.hpp"

#include "temporal/periods.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace throughline::temporal {
namespace {

constexpr std::array<std::string_view, slot_count> slot_names{
    "YEAR",   "SHORT_YEAR", "MONTH",  "MDAY",    "WEEKDAY", "WEEKDAYS", "NUM",   "QUANT", "ORD",
    "UNIT",   "UNITS",      "SEASON", "SEASONS", "PART",    "POINT",    "CLOCK", "HOUR",  "MERIDIEM",
    "ZONE",   "HOLIDAY",    "DEIXIS", "SHIFT",   "STEP",    "MOD",      "EDGE",  "LATER", "APPROX",
    "DECADE", "DECADES",    "CENT",   "ERA",     "OFTEN",   "EVERY",    "REF",   "SIGN",  "HALF"};

struct named_value {
    std::string_view name;
    std::int32_t value;
};

template <class Enum>
constexpr named_value row(std::string_view name, Enum value) {
    return {name, static_cast<std::int32_t>(value)};
}

constexpr std::array values{
    row("second", time_unit::second),
    row("minute", time_unit::minute),
    row("hour", time_unit::hour),
    row("day", time_unit::day),
    row("nights", time_unit::night),
    row("weekend", time_unit::weekend),
    row("week", time_unit::week),
    row("fortnight", time_unit::fortnight),
    row("month", time_unit::month),
    row("quarter", time_unit::quarter),
    row("year", time_unit::year),
    row("decade", time_unit::decade),
    row("century", time_unit::century),
    row("millennium", time_unit::millennium),
    row("spring", season::spring),
    row("summer", season::summer),
    row("autumn", season::autumn),
    row("winter", season::winter),
    row("morning", day_part::morning),
    row("midday", day_part::midday),
    row("afternoon", day_part::afternoon),
    row("evening", day_part::evening),
    row("night", day_part::night),
    row("daytime", day_part::daytime),
    row("START", modifier::start),
    row("MID", modifier::mid),
    row("END", modifier::end),
    row("APPROX", modifier::approx),
    row("LESS_THAN", modifier::less_than),
    row("MORE_THAN", modifier::more_than),
    row("EQUAL_OR_MORE", modifier::equal_or_more),
    row("EQUAL_OR_LESS", modifier::equal_or_less),
    row("past", reference::past),
    row("present", reference::present),
    row("future", reference::future),
    row("since", bound_kind::since),
    row("until", bound_kind::until),
    row("before", bound_kind::before),
    row("after", bound_kind::after),
    named_value{"X", unknown_amount},
};

}  // namespace

std::optional<slot> parse_slot(std::string_view name) {
    const auto found = std::find(slot_names.begin(), slot_names.end(), name);
    if (found == slot_names.end()) return std::nullopt;
    return static_cast<slot>(found - slot_names.begin());
}

std::optional<std::int32_t> parse_value(std::string_view text) {
    for (const auto& row : values)
        if (row.name == text) return row.value;
    std::int32_t value = 0;
    const auto* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (text.empty() || error != std::errc{} || end != last) return std::nullopt;
    return value;
}

std::string_view name(modifier which) {
    constexpr std::array<std::string_view, 9> names{"",          "START",     "MID",           "END",          "APPROX",
                                                    "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"};
    return names.at(static_cast<std::size_t>(which));
}

std::string_view code(day_part part) {
    constexpr std::array<std::string_view, 7> codes{"", "MO", "MI", "AF", "EV", "NI", "DT"};
    return codes.at(static_cast<std::size_t>(part));
}

}  // namespace throughline::temporal
