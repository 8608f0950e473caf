#include "storage/rows.hpp"

#include <charconv>
#include <cstdio>

namespace throughline::storage {

std::int64_t integer(const pqxx::field& field) {
    const auto digits = text(field);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

double number(const pqxx::field& field) {
    const auto digits = text(field);
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<day> date(const pqxx::field& field) {
    const auto written = text(field);
    if (!written.ends_with(" BC")) return parse_day(written);
    int before_christ = 0;
    std::from_chars(written.data(), written.data() + 4, before_christ);
    char year[16];
    std::snprintf(year, sizeof year, "%s%04d", before_christ > 1 ? "-" : "", before_christ - 1);
    return parse_day(year + std::string(written.substr(4, written.size() - 7)));
}

std::string bytes(const pqxx::field& field) {
    const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    const auto digits = text(field);
    std::string value;
    value.reserve(digits.size() / 2);
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        value += static_cast<char>(digit(digits[i]) << 4U | digit(digits[i + 1]));
    return value;
}

std::vector<std::string> text_array(const pqxx::field& field) {
    std::vector<std::string> elements;
    const auto literal = text(field);
    if (literal.size() < 2) return elements;
    std::string element;
    bool quoted = false;
    bool was_quoted = false;
    const auto finish = [&] {
        if (!was_quoted && element == "NULL") element.clear();
        elements.push_back(std::move(element));
        element.clear();
        was_quoted = false;
    };
    const auto inside = literal.substr(1, literal.size() - 2);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const char c = inside[i];
        if (c == '\\' && i + 1 < inside.size()) {
            element += inside[++i];
        } else if (c == '"') {
            quoted = !quoted;
            was_quoted = true;
        } else if (c == ',' && !quoted) {
            finish();
        } else {
            element += c;
        }
    }
    if (!inside.empty()) finish();
    return elements;
}

std::vector<std::string> first_column(const pqxx::result& rows) {
    std::vector<std::string> list;
    list.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto& row : rows) list.emplace_back(text(row[0]));
    return list;
}

std::string unit_separated(const std::vector<std::string>& names) {
    std::string line;
    for (const auto& name : names) {
        if (!line.empty()) line += '\x1f';
        line += name;
    }
    return line;
}

}  // namespace throughline::storage
