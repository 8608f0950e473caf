// Whether the words around an expression look back or ahead.
#pragma once

#include "temporal/lexer.hpp"
#include "temporal/normalise.hpp"

#include <cstddef>

namespace throughline::temporal {

/// The tense of the verb that an expression, items [first, last), most likely belongs to: the nearest verb of its
/// sentence to the left, or else to the right. Uses Penn tags where the tokens have them, word lists and endings where
/// not.
tense tense_around(const document& doc, const lexed_text& text, const rule_book& rules, std::size_t first,
                   std::size_t last);

}  // namespace throughline::temporal
