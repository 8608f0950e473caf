#include "temporal/edtf.hpp"
#include "temporal/periods.hpp"

#include <algorithm>
#include <charconv>

namespace throughline::temporal {
namespace {

struct dated {
    period days;
    granularity unit;
};

std::optional<unsigned> number(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<dated> within_year(year_number year, std::string_view rest) {
    if (rest == "XX") return dated{year_period(year), granularity::year};
    if (rest.size() != 2 && rest.size() != 5) return std::nullopt;
    const auto part = number(rest.substr(0, 2));
    if (!part) return std::nullopt;
    if (rest.size() == 2) {
        if (*part >= 1 && *part <= 12) return dated{month_period(year, *part), granularity::month};
        // 21-24 are seasons of no named hemisphere, 25-28 northern; southern ones (29-32) lie half a year apart.
        if (*part >= 21 && *part <= 28)
            return dated{season_period(year, static_cast<season>((*part - 21) % 4)), granularity::season};
        if (*part >= 29 && *part <= 32)
            return dated{season_period(year, static_cast<season>((*part - 27) % 4)), granularity::season};
        if (*part >= 33 && *part <= 36) return dated{quarter_period(year, *part - 32), granularity::quarter};
        return std::nullopt;
    }
    if (rest[2] != '-' || *part < 1 || *part > 12) return std::nullopt;
    if (rest.substr(3) == "XX") return dated{month_period(year, *part), granularity::month};
    const auto date = number(rest.substr(3));
    if (!date || !is_day(year, *part, *date)) return std::nullopt;
    const day exact = make_day(year, *part, *date);
    return dated{{exact, exact}, granularity::day};
}

/// The time after the T gives no more than its characters' class: the interval is one of days.
bool is_time(std::string_view text) {
    return !text.empty() && text.size() <= 15 && text.find_first_not_of("0123456789:+-Z") == std::string_view::npos;
}

std::optional<dated> parse_date(std::string_view text) {
    while (!text.empty() && (text.back() == '?' || text.back() == '~' || text.back() == '%')) text.remove_suffix(1);
    bool timed = false;
    if (const auto at = text.find('T'); at != std::string_view::npos) {
        if (!is_time(text.substr(at + 1))) return std::nullopt;
        text = text.substr(0, at);
        timed = true;
    }
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.size() < 4) return std::nullopt;
    const auto digits = text.substr(0, 4);
    const auto masked = static_cast<std::size_t>(std::count(digits.begin(), digits.end(), 'X'));
    const auto known = number(digits.substr(0, 4 - masked));
    if (masked > 2 || !known || (masked > 0 && (negative || text.size() > 4 || timed))) return std::nullopt;
    const auto year = static_cast<year_number>(*known) * (negative ? -1 : 1);
    if (masked == 2) return dated{years_period(year * 100, year * 100 + 99), granularity::century};
    if (masked == 1) return dated{years_period(year * 10, year * 10 + 9), granularity::decade};
    std::optional<dated> found;
    if (text.size() == 4)
        found = dated{year_period(year), granularity::year};
    else if (text[4] == '-')
        found = within_year(year, text.substr(5));
    if (found && year_of(found->days.last) > max_year) return std::nullopt;  // winter 9999 ends where years are unnamed
    if (!found || !timed) return found;
    if (found->unit != granularity::day) return std::nullopt;
    found->unit = granularity::time;
    return found;
}

bool is_open(std::string_view side) { return side.empty() || side == ".."; }

}  // namespace

std::optional<edtf_interval> parse_edtf(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto found = parse_date(text);
        if (!found) return std::nullopt;
        return edtf_interval{found->days.first, found->days.last, found->unit};
    }
    const auto begin = text.substr(0, slash);
    const auto end = text.substr(slash + 1);
    edtf_interval result;
    if (!is_open(begin)) {
        const auto found = parse_date(begin);
        if (!found) return std::nullopt;
        result.first = found->days.first;
        result.unit = found->unit;
    }
    if (!is_open(end)) {
        const auto found = parse_date(end);
        if (!found) return std::nullopt;
        result.last = found->days.last;
        result.unit = is_open(begin) ? found->unit : std::min(result.unit, found->unit);
    }
    if (!result.first && !result.last) return std::nullopt;
    if (result.first && result.last && *result.last < *result.first) return std::nullopt;
    return result;
}

}  // namespace throughline::temporal
