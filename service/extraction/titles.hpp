// Headlines: one line that says what happened, out of the evidence's own words.
#pragma once

#include "extraction/triggers.hpp"

#include <string>

namespace throughline::extraction {

/// Longest title, in code points.
inline constexpr std::size_t longest_title = 90;

/// A title in headline present with names in full and pronouns resolved: "Trump congratulates Putin on his victory" →
/// "Donald Trump congratulates Vladimir Putin on Vladimir Putin's victory" is avoided by naming nobody twice.
std::string title_of(const syntax& tree, const trigger_match& match, const event_mention& mention);

}  // namespace throughline::extraction
