// Words by which a reader of tags knows where a clause begins, goes on or ends.
#pragma once

#include "document/token.hpp"

#include <string_view>

namespace throughline::extraction {

/// A verb or modal that carries a tense.
bool is_finite(const token& word);
/// "who", "which", "where", "how".
bool is_relative(const token& word);
/// Words that open a clause of time, ground or contrast.
bool opens_clause(const token& word);
/// Adverbs that say something of what follows them: "not", "even".
bool leads_on(std::string_view lemma);
/// "minutes after the vote", "two days later": what is left of a date that was not read as one.
bool measures_time(const token& word, const token& next);

}  // namespace throughline::extraction
