#include "temporal/numerals.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace throughline::temporal {
namespace {

constexpr std::int32_t largest_number = 20'000'000;  // hundredths still fit an int32
constexpr int earliest_year = 1000;                  // four digits below it are taken for a number
constexpr int latest_year = 2199;

using text::is_digit;

/// Takes the digits off the front; -1 when there are none or too many.
std::int32_t take_digits(std::string_view& text, std::size_t& length) {
    length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    std::int32_t value = -1;
    if (length > 0 && length <= 9) std::from_chars(text.data(), text.data() + length, value);
    text.remove_prefix(length);
    return value;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> set) {
    return std::find(set.begin(), set.end(), text) != set.end();
}

void add_plain(std::int32_t value, std::size_t digits, const known_symbols& symbols, std::vector<term>& out) {
    if (value <= largest_number) out.push_back({symbols.num, value * 100});
    if (value >= 1 && value <= 31 && digits <= 2) out.push_back({symbols.mday, value});
    if (value <= 24 && digits <= 2) out.push_back({symbols.hour, value});
    if (digits == 4 && value >= earliest_year && value <= latest_year) out.push_back({symbols.year, value});
    if (digits == 2) out.push_back({symbols.short_year, value});
}

/// "1990s", "1800s", "90s"
void add_decade(std::int32_t value, std::size_t digits, const known_symbols& symbols, std::vector<term>& out) {
    if (digits == 4 && value % 100 == 0 && value != 2000 && value <= latest_year) out.push_back({symbols.cent, value});
    if (value % 10 != 0 || value > latest_year) return;
    if (digits == 4 || digits == 3) out.push_back({symbols.decade, value});
    if (digits == 2) out.push_back({symbols.decade, 1900 + value});
}

/// "10:30", "10:30:15"; `rest` begins at the first colon.
void add_clock(std::int32_t hour, std::string_view rest, const known_symbols& symbols, std::vector<term>& out) {
    std::int32_t parts[2] = {0, 0};
    for (auto& part : parts) {
        if (rest.empty()) break;
        std::size_t length = 0;
        rest.remove_prefix(1);
        part = take_digits(rest, length);
        if (length != 2 || part > 59 || (!rest.empty() && rest.front() != ':')) return;
    }
    if (rest.empty() && hour >= 0 && hour <= 24) out.push_back({symbols.clock, hour * 3600 + parts[0] * 60 + parts[1]});
}

/// "1,200", "2.5": a number, never a year.
void add_parted(std::int32_t value, std::string_view rest, const known_symbols& symbols, std::vector<term>& out) {
    while (rest.starts_with(',')) {
        std::size_t length = 0;
        rest.remove_prefix(1);
        const auto group = take_digits(rest, length);
        if (length != 3 || value > largest_number / 1000) return;
        value = value * 1000 + group;
    }
    std::int32_t hundredths = 0;
    if (rest.starts_with('.')) {
        std::size_t length = 0;
        rest.remove_prefix(1);
        const auto fraction = take_digits(rest, length);
        if (length < 1 || length > 2) return;
        hundredths = length == 1 ? fraction * 10 : fraction;
    }
    if (rest.empty() && value <= largest_number) out.push_back({symbols.num, value * 100 + hundredths});
}

}  // namespace

void read_numeral(std::string_view piece, const known_symbols& symbols, std::vector<term>& out) {
    std::size_t digits = 0;
    auto rest = piece;
    const auto value = take_digits(rest, digits);
    if (value < 0) return;
    if (rest.empty()) return add_plain(value, digits, symbols, out);
    if (is_one_of(rest, {"st", "nd", "rd", "th"})) {
        out.push_back({symbols.ord, value});
        if (value >= 1 && value <= 31) out.push_back({symbols.mday, value});
    } else if (is_one_of(rest, {"s", "'s"})) {
        add_decade(value, digits, symbols, out);
    } else if (rest.front() == ':') {
        add_clock(value, rest, symbols, out);
    } else if (rest.front() == ',' || rest.front() == '.') {
        add_parted(value, rest, symbols, out);
    }
}

}  // namespace throughline::temporal
