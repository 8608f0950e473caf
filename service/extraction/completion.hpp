// Whether words may end where they do, or break off before what completes them.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>

namespace throughline::extraction {

/// Whether words from token `next` on complete a word of [first, next): an object, a clause that a verb or noun asks
/// for, what tells which one a noun means. Dates do not, nor what merely adds to the clause.
bool is_torn_before(const syntax& tree, std::uint32_t first, std::uint32_t next, std::uint32_t last);

}  // namespace throughline::extraction
