// What strings of digits can mean to a calendar: numbers, years, days, clock times, decades.
#pragma once

#include "temporal/rule_book.hpp"

#include <string_view>
#include <vector>

namespace throughline::temporal {

/// Appends the readings of a piece that begins with a digit.
/// Appends nothing when the piece is no number ("3rd-class", "4x4").
void read_numeral(std::string_view piece, const known_symbols& symbols, std::vector<term>& out);

}  // namespace throughline::temporal
