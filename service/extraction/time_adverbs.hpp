// What the adverbs of a predicate say of when it was, where no date stands with it.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <string_view>

namespace throughline::extraction {

/// Whether the adverb hangs on the predicate.
bool has_adverb(const syntax& tree, std::uint32_t predicate, std::string_view word);

/// "had previously denied", "for weeks insisted": an adverb or a length of time takes the predicate behind the day of
/// the news that the article brings.
bool lies_back(const syntax& tree, std::uint32_t predicate);

}  // namespace throughline::extraction
