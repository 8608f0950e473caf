// Who takes part in an event without being named where its verb's arguments stand.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <vector>

namespace throughline::extraction {

/// "the ministry said that it was leaving", "the envoy of Ruritania said it was": the head of the name of the state or
/// body that speaks, for the verb of what is said; none.
std::uint32_t speaking_body(const syntax& tree, std::uint32_t verb);

/// "they", "the two leaders", "both men".
bool means_pair(const syntax& tree, std::uint32_t subject);

/// The two people, by entity, named last before a word, in its sentence or the one before; empty when there are not
/// two.
std::vector<std::uint32_t> last_two_people(const syntax& tree, std::uint32_t before);

/// "said that Lee should not have gone": whose deeds the clause below a verb of criticism finds fault with becomes its
/// recipient, unless it is the speaker.
void add_faulted(const syntax& tree, std::uint32_t verb, event_mention& criticism);

}  // namespace throughline::extraction
