// What the words of a clause say of when it was where none of them dates it.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>

namespace throughline::extraction {

/// Whether words of the predicate's own clause, those of its report apart, place it on another day than its article's:
/// "said at the time", "recently blamed", "wrote in a memoir", "said after the vote a few weeks ago", "a letter in
/// which she told him", "has resisted it, saying …".
bool tells_another_day(const syntax& tree, std::uint32_t predicate);

/// "slammed him for complaining", "after being sworn in": its preposition puts the gerund before or behind the clause.
bool is_put_elsewhere(const syntax& tree, std::uint32_t gerund);

}  // namespace throughline::extraction
