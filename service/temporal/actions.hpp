// What the rows of patterns.tsv ask the normaliser to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace throughline::temporal {

enum class action : std::uint8_t {
    date,          ///< a day, month, season or year by its parts, with or without a time of day
    slashed,       ///< 11/02/89: month, day, year
    pair,          ///< 1914-18, March 3-5: two dates that share what one of them leaves out
    bare_year,     ///< in 490: a year without its era, in a text that counts years before Christ
    year_quarter,  ///< "the 1988 quarter": the reported quarter of another year
    cycle,         ///< this, last or next unit, counted from the document's date
    step,          ///< previous or following unit, counted from the last date told
    same,          ///< the last date told, seen at a unit: "that month"
    past_unit,     ///< "this past week": the days of one unit up to the document's date
    unanchored,    ///< "the day before" something that is no date
    definite,      ///< "the quarter", "the end of the year": the unit that is being spoken of
    weekend,
    quarter,
    half,
    decade,
    century,
    shift,       ///< so many units before or after the document's date
    shift_last,  ///< so many units before or after the last date told
    duration,
    set,
    ref,          ///< PAST_REF, PRESENT_REF, FUTURE_REF
    history_ref,  ///< the same, in history alone
    skip          ///< looks like a time and is none
};

std::optional<action> parse_action(std::string_view name);

}  // namespace throughline::temporal
