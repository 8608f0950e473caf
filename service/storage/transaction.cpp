#include "storage/transaction.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace throughline::storage {

void params::add(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    values_.emplace_back(std::string(buffer.data(), end));
}

void params::add(day value) {
    const auto year = std::chrono::year_month_day(value).year();
    if (year > std::chrono::year(0)) {
        values_.emplace_back(to_string(value));
        return;
    }
    const auto month_and_day = to_string(value).substr(year < std::chrono::year(0) ? 5 : 4);
    char before_christ[16];
    std::snprintf(before_christ, sizeof before_christ, "%04d", 1 - static_cast<int>(year));
    values_.emplace_back(before_christ + month_and_day + " BC");
}

std::string params::array_literal(const std::vector<std::optional<std::string>>& elements) {
    std::size_t size = 2;
    for (const auto& element : elements) size += element ? element->size() + 3 : 5;
    std::string literal;
    literal.reserve(size);
    literal += '{';
    for (const auto& element : elements) {
        if (literal.size() > 1) literal += ',';
        if (!element) {
            literal += "NULL";
            continue;
        }
        literal += '"';
        for (const char c : *element) {
            if (c == '"' || c == '\\') literal += '\\';
            literal += c;
        }
        literal += '"';
    }
    literal += '}';
    return literal;
}

}  // namespace throughline::storage
