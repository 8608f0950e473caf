// A pattern found in the text, before its meaning is known.
#pragma once

#include "temporal/actions.hpp"
#include "temporal/lexer.hpp"
#include "temporal/rule_book.hpp"
#include "temporal/slot_values.hpp"

#include <cstddef>
#include <vector>

namespace throughline::temporal {

/// Where an expression stands in a range of two.
enum class range_part : std::uint8_t { none, first, last };

struct expression {
    std::size_t first = 0;  ///< items [first, last)
    std::size_t last = 0;
    action what{};
    slot_values slots;
    range_part range = range_part::none;
};

/// All expressions from left to right, none overlapping; words that only look like times are left out.
std::vector<expression> find_expressions(const document& doc, const lexed_text& text, const rule_book& rules);

/// Whether an expression's words are those of a time here: "may" the verb, "2000 people", "the fall of Rome".
bool is_time(const document& doc, const lexed_text& text, const rule_book& rules, const expression& found);

}  // namespace throughline::temporal
