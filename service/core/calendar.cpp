#include "core/calendar.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace throughline {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || end != last || text.front() == '-') return std::nullopt;
    return value;
}

}  // namespace

std::string to_string(day value) {
    const std::chrono::year_month_day date{value};
    const int year = std::clamp(static_cast<int>(date.year()), -9999, 9999);
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%s%04d-%02u-%02u", year < 0 ? "-" : "", std::abs(year),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

std::optional<day> parse_day(std::string_view text) {
    const bool before_year_0 = text.starts_with('-');
    if (before_year_0) text.remove_prefix(1);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day_of_month = digits(text.substr(8, 2));
    if (!year || !month || !day_of_month || (before_year_0 && *year == 0)) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(before_year_0 ? -*year : *year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day_of_month))};
    if (!date.ok()) return std::nullopt;
    return day(date);
}

}  // namespace throughline
