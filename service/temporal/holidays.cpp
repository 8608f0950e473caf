#include "temporal/holidays.hpp"

#include <charconv>

namespace throughline::temporal {
namespace {

/// Takes an integer with an optional sign off the front.
std::optional<int> take_number(std::string_view& text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

std::optional<holiday_rule> parse_holiday_rule(std::string_view text) {
    holiday_rule rule;
    if (take(text, "EASTER")) {
        rule.how = holiday_rule::kind::easter;
        const auto offset = take_number(text);
        if (!offset || !text.empty()) return std::nullopt;
        rule.offset = *offset;
        return rule;
    }
    const auto month = take_number(text);
    if (!month || *month < 1 || *month > 12 || !take(text, "-")) return std::nullopt;
    const auto date = take_number(text);
    if (!date || *date < 1 || *date > 31) return std::nullopt;
    rule.month = static_cast<unsigned>(*month);
    rule.mday = static_cast<unsigned>(*date);
    if (text.empty()) return rule;
    if (rule.mday > 7 || !take(text, "-")) return std::nullopt;
    rule.how = holiday_rule::kind::weekday;
    rule.weekday = rule.mday;
    rule.mday = 1;
    const auto nth = take_number(text);
    if (!nth || *nth == 0 || *nth < -1 || *nth > 4) return std::nullopt;
    rule.nth = *nth;
    if (text.empty()) return rule;
    const auto offset = take_number(text);
    if (!offset || !text.empty()) return std::nullopt;
    rule.offset = *offset;
    return rule;
}

day easter_sunday(year_number year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int month = (h + l - 7 * m + 90) / 25;
    const int date = (h + l - 7 * m + 33 * month + 19) % 32;
    return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(date));
}

day holiday_in(const holiday_rule& rule, year_number year) {
    const std::chrono::days offset(rule.offset);
    if (rule.how == holiday_rule::kind::easter) return easter_sunday(year) + offset;
    if (rule.how == holiday_rule::kind::fixed) return make_day(year, rule.month, rule.mday) + offset;
    const std::chrono::weekday wanted(rule.weekday % 7);
    const auto year_month = std::chrono::year(year) / std::chrono::month(rule.month);
    if (rule.nth < 0) return day(year_month / wanted[std::chrono::last]) + offset;
    return day(year_month / wanted[static_cast<unsigned>(rule.nth)]) + offset;
}

}  // namespace throughline::temporal
