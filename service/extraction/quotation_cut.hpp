// Shortens a quotation to what a title has room for.
#pragma once

#include "extraction/syntax.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace throughline::extraction {

struct cut_words {
    std::string words;   ///< "" when not even the first word fits
    bool whole = false;  ///< a whole thought, understood without the words before it
};

/// What of a quotation must be clear without the words before it.
enum class clarity : std::uint8_t {
    head,       ///< that it begins with no "she" or "that" of another sentence
    every_word  ///< that none of its words means something said elsewhere
};

/// At most `room` code points of a quotation: its first whole sentences that fit and are understood alone, else the
/// first main clause that is, else what fits with "…".
cut_words cut_quotation(const syntax& tree, token_range words, std::size_t room, clarity wanted);

}  // namespace throughline::extraction
