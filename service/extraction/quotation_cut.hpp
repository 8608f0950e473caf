// Shortens a quotation to what a title has room for.
#pragma once

#include "extraction/syntax.hpp"

#include <cstddef>
#include <string>

namespace throughline::extraction {

struct cut_words {
    std::string words;   ///< "" when not even the first word fits
    bool whole = false;  ///< a whole thought, which begins with no "she" or "that" of another one
};

/// At most `room` code points of a quotation: its first whole sentences that fit and are understood alone, else a
/// sentence's main clause, else what fits of it with "…".
cut_words cut_quotation(const syntax& tree, token_range words, std::size_t room);

}  // namespace throughline::extraction
