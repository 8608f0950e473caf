// Which events a text takes for known or merely thinks of, so that it tells no news of them.
#pragma once

#include "extraction/triggers.hpp"

namespace throughline::extraction {

/// Whether the words only touch on the event: a noun that nothing says to have happened, without a date or a phrase
/// that says whom it befell ("after his resignation", "Ann Lee's call for calm"), a purpose, a wish, what would be, a
/// deed that is merely named ("between asking and telling") or taken for known by a clause without a date ("who left").
bool is_told_in_passing(const syntax& tree, const trigger_match& match, const event_mention& mention);

/// Whether a noun names an event of which its clause says neither that it was nor whom it befell: "before the vote".
bool is_merely_named(const syntax& tree, std::uint32_t noun);

}  // namespace throughline::extraction
