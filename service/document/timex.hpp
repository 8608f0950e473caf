// Time expressions in the sense of TimeML (ISO 24617-1), with their interval on the calendar.
#pragma once

#include "core/calendar.hpp"
#include "document/event_time.hpp"
#include "document/span.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace throughline {

enum class timex_type : std::uint8_t { date, time, duration, set };

/// One TIMEX3: the words, their normalised value and the days they can mean.
struct timex {
    span where;          ///< the expression's words in document::text
    token_range tokens;  ///< the same as tokens
    timex_type type = timex_type::date;
    std::string value;         ///< TIMEX3 value: "2018-03-20", "2018-W12", "P3D", "PAST_REF", "XXXX-WXX-2"
    std::string mod;           ///< TIMEX3 mod: "START", "MID", "END", "APPROX", … or ""
    std::string edtf;          ///< EDTF of a DATE or TIME with a known interval, else ""
    std::optional<day> first;  ///< first day of that interval; nullopt: open or unknown
    std::optional<day> last;   ///< last day of that interval; nullopt: open or unknown
    granularity unit = granularity::none;
};

}  // namespace throughline
