// When something happened, never more exactly than the text says.
#pragma once

#include "core/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace throughline {

enum class granularity : std::uint8_t { none, century, decade, year, season, quarter, month, week, day, time };

/// What a date rests on, from best founded to least.
enum class time_basis : std::uint8_t {
    expression,   ///< words of the text, which the evidence quotes
    linked,       ///< taken from another event of the text ("the call" takes the call's day)
    publication,  ///< nothing but the article's own date speaks for it
    none          ///< no date at all, or only a bound
};

/// The days in which an event can lie. A side that is not known is open, never guessed.
struct event_time {
    std::optional<day> first;  ///< first day it can lie in; nullopt: open
    std::optional<day> last;   ///< last day it can lie in; nullopt: open
    std::string edtf;  ///< ISO 8601-2 of the same: "2018-03-20", "2018-03", "../2018-03-18", "" when wholly open
    granularity unit = granularity::none;
    time_basis basis = time_basis::none;

    bool operator==(const event_time&) const = default;
    bool dated() const { return first || last; }
};

/// "expression", "day", … as the API writes them.
std::string_view name(granularity unit);
std::string_view name(time_basis basis);

}  // namespace throughline
