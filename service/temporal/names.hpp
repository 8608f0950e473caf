// The closed sets of names that the data files use for values, and their numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace throughline::temporal {

/// Units of time, smallest first.
enum class time_unit : std::uint8_t {
    second,
    minute,
    hour,
    day,
    night,
    weekend,
    week,
    fortnight,
    month,
    quarter,
    year,
    decade,
    century,
    millennium
};

/// Parts of a day as TIMEX3 tells them apart.
enum class day_part : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

/// TIMEX3 modifiers, `none` first.
enum class modifier : std::uint8_t {
    none,
    start,
    mid,
    end,
    approx,
    less_than,
    more_than,
    equal_or_more,
    equal_or_less
};

/// Times that are only told by their side of now.
enum class reference : std::uint8_t { past, present, future };

/// What a preposition says of the days it stands before.
enum class bound_kind : std::uint8_t { since, until, before, after };

/// What a piece of a pattern tells the normaliser; a class of words.tsv of the same name fills it.
enum class slot : std::uint8_t {
    year,        ///< four digits, or fewer with an era
    short_year,  ///< two digits: '98
    month,       ///< 1 to 12
    mday,        ///< day of the month, 1 to 31
    weekday,     ///< 1 Monday to 7 Sunday
    weekdays,    ///< the same in the plural
    num,         ///< an amount in hundredths
    quant,       ///< an amount in hundredths, or unknown_amount
    ord,         ///< "third": 3
    unit,        ///< time_unit
    units,       ///< time_unit, plural
    season,      ///< season
    seasons,     ///< season, plural
    part,        ///< day_part
    point,       ///< minutes after midnight told by a word
    clock,       ///< seconds after midnight
    hour,        ///< an hour beside "a.m." or "p.m."
    meridiem,    ///< 0 or 12
    zone,
    holiday,  ///< row of holidays.tsv
    deixis,   ///< days from today
    shift,    ///< -1 last, 0 this, 1 next
    step,     ///< -1 previous, 1 following
    mod,      ///< modifier told by an adjective
    edge,     ///< modifier told by a noun
    later,    ///< "earlier", "later"
    approx,
    decade,   ///< first year of the decade
    decades,  ///< 10 to 90, century left open
    cent,     ///< first year of the century
    era,      ///< -1 before Christ, 1 after
    often,    ///< time_unit of an adverb
    every,
    ref,   ///< reference
    sign,  ///< constant of a rule: direction of a shift
    half,  ///< constant of a rule: hundredths that "and a half" adds
    count  ///< how many there are
};

inline constexpr std::size_t slot_count = static_cast<std::size_t>(slot::count);
inline constexpr std::int32_t unknown_amount = -1;  ///< "several"

/// The slot of a class or constant: "MONTH", "sign".
std::optional<slot> parse_slot(std::string_view name);

/// A value as the data files write it: a number or a name. nullopt when it is neither.
std::optional<std::int32_t> parse_value(std::string_view text);

/// "START", "APPROX"; "" for none.
std::string_view name(modifier which);

/// "MO", "NI"; "" for none.
std::string_view code(day_part part);

}  // namespace throughline::temporal
