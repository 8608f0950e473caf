// Headlines: one line that says what happened, out of the evidence's own words.
#pragma once

#include "extraction/triggers.hpp"

#include <string>

namespace throughline::extraction {

/// Longest title, in code points.
inline constexpr std::size_t longest_title = 90;

/// A title in headline present, names in full at first and short after, pronouns resolved, dates left out:
/// "She met her Finnish counterpart on Monday" gives "Ann Lee meets Finnish counterpart". One that
/// is not understood without the text ends with "…"; "" where the words tell too little for any.
std::string title_of(const syntax& tree, const trigger_match& match, const event_mention& mention);

}  // namespace throughline::extraction
