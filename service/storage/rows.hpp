// Reading result rows: text, arrays and days out of PostgreSQL's text form.
#pragma once

#include "core/calendar.hpp"

#include <pqxx/result>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

/// "" for NULL; valid as long as the result.
inline std::string_view text(const pqxx::field& field) {
    return field.is_null() ? std::string_view() : std::string_view(field.c_str(), field.size());
}

/// 0 for NULL.
std::int64_t integer(const pqxx::field& field);
inline std::uint32_t count(const pqxx::field& field) { return static_cast<std::uint32_t>(integer(field)); }

/// 0 for NULL.
double number(const pqxx::field& field);

inline bool flag(const pqxx::field& field) { return text(field) == "t"; }

/// nullopt for NULL.
std::optional<day> date(const pqxx::field& field);

/// Out of encode(column, 'hex').
std::string bytes(const pqxx::field& field);

/// Elements of a one-dimensional text array; a NULL element reads as "".
std::vector<std::string> text_array(const pqxx::field& field);

/// Names as one text parameter, parted by the unit separator, for string_to_array(…, chr(31)): an array of arrays would
/// be flattened.
std::string unit_separated(const std::vector<std::string>& names);

/// A list of ids or names, as an array parameter, out of the first column.
std::vector<std::string> first_column(const pqxx::result& rows);

/// SQL that writes a timestamptz column as RFC 3339 in UTC: RFC3339("updated_at").
#define THROUGHLINE_RFC3339(column) "to_char(" column " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"

}  // namespace throughline::storage
