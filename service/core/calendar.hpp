// Calendar days as the whole project writes them: proleptic Gregorian, UTC, "YYYY-MM-DD".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace throughline {

/// A calendar day, counted from 1970-01-01.
using day = std::chrono::sys_days;

/// "YYYY-MM-DD"; years before 0000 or after 9999 are clamped to four digits.
std::string to_string(day value);

/// Reads exactly "YYYY-MM-DD" of a day that exists; nullopt for anything else.
std::optional<day> parse_day(std::string_view text);

}  // namespace throughline
