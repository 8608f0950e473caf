// Numbers written in words: "two hundred", "twenty-one", "two and a half", "nineteen ninety-six".
#pragma once

#include "temporal/lexer.hpp"
#include "temporal/rule_book.hpp"

#include <cstddef>

namespace throughline::temporal {

/// A number that begins at an item: how many items it takes and its readings.
struct number_reading {
    std::size_t length = 0;   ///< items; 0 when no number words stand there
    std::int32_t amount = 0;  ///< hundredths
    bool ordinal = false;
    bool year = false;  ///< read in pairs: "nineteen ninety-six"
};

/// Reads the longest number written in words from the item on.
number_reading read_number_words(const lexed_text& text, std::size_t item, const rule_book& rules);

}  // namespace throughline::temporal
