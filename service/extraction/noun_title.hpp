// Titles of events that a noun tells: "Telephone call between A and B", "Arrest of B".
#pragma once

#include "extraction/title_subject.hpp"
#include "extraction/triggers.hpp"

#include <cstdint>
#include <string>

namespace throughline::extraction {

/// The noun with the words that belong to it; where these name nobody, with those that take part. "" where the phrase
/// says too little to stand alone.
std::string noun_title(const syntax& tree, title_subject& subject, const event_mention& mention, std::uint32_t noun);

/// Whether all that take part in events of the type do the same: calls and meetings.
bool is_joint(const event_mention& mention);

}  // namespace throughline::extraction
