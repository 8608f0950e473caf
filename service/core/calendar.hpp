// Calendar days as the whole project writes them: proleptic Gregorian, UTC, "YYYY-MM-DD" (ISO 8601), with "-" before
// the years before 0000, which is 1 BC.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace throughline {

/// A calendar day, counted from 1970-01-01.
using day = std::chrono::sys_days;

/// "YYYY-MM-DD" or "-YYYY-MM-DD"; years of more than four digits are clamped.
std::string to_string(day value);

/// Reads exactly what to_string writes of a day that exists; nullopt for anything else.
std::optional<day> parse_day(std::string_view text);

}  // namespace throughline
