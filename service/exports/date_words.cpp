#include "exports/date_words.hpp"

#include <array>
#include <string_view>

namespace throughline::exports {
namespace {

using date = std::chrono::year_month_day;

std::string number(date value) { return std::to_string(static_cast<unsigned>(value.day())); }

std::string_view month(date value) {
    static constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                               "May",       "June",     "July",     "August",
                                                               "September", "October",  "November", "December"};
    return names[static_cast<unsigned>(value.month()) - 1];
}

std::string day_and_month(date value) { return number(value) + ' ' + std::string(month(value)); }
std::string year(date value) {
    const int number = static_cast<int>(value.year());
    return number > 0 ? std::to_string(number) : std::to_string(1 - number) + " BC";
}
std::string month_and_year(date value) { return std::string(month(value)) + ' ' + year(value); }
std::string whole(date value) { return number(value) + ' ' + month_and_year(value); }

/// Both days included; from the first of a month to the last of one they are told by months.
std::string interval(date from, date to) {
    if (from == to) return whole(from);
    const bool one_year = from.year() == to.year();
    const bool one_month = one_year && from.month() == to.month();
    const bool months = from.day() == std::chrono::day(1) && to == to.year() / to.month() / std::chrono::last;
    if (months && one_month) return month_and_year(to);
    if (months && from.month() == std::chrono::January && to.month() == std::chrono::December) {
        return one_year ? year(to) : year(from) + " – " + year(to);
    }
    if (months) return (one_year ? std::string(month(from)) : month_and_year(from)) + " – " + month_and_year(to);
    if (one_month) return number(from) + "–" + whole(to);
    return (one_year ? day_and_month(from) : whole(from)) + " – " + whole(to);
}

}  // namespace

std::string date_words(std::optional<day> first, std::optional<day> last) {
    if (first && last) return interval(*first, *last);
    if (last) return "by " + whole(*last);
    if (first) return "from " + whole(*first);
    return "undated";
}

std::string date_words(const export_time& time) {
    const auto words = date_words(time.first, time.last);
    if (!time.first && !time.last) return words;
    if (time.basis == "publication") return words + " (the date of the report)";
    if (time.basis == "linked") return words + " (from a linked event)";
    return words;
}

std::string iso_date(const export_time& time) {
    if (!time.first || !time.last) return "";
    const date from(*time.first), to(*time.last);
    const auto whole = to_string(*time.first);
    if (from == to) return whole;
    if (from.year() != to.year() || from.day() != std::chrono::day(1) ||
        to != to.year() / to.month() / std::chrono::last)
        return "";
    if (from.month() == to.month()) return whole.substr(0, whole.size() - 3);
    const bool year = from.month() == std::chrono::January && to.month() == std::chrono::December;
    return year ? whole.substr(0, whole.size() - 6) : "";
}

}  // namespace throughline::exports
