// The words that say that an event happened.
#pragma once

#include "extraction/triggers.hpp"

namespace throughline::extraction {

/// The smallest finite clause around the trigger, with what it reports when it is a reporting clause; at most the
/// sentence, or for words between quotation marks as far as they go in the paragraph. Always holds the trigger.
span evidence_of(const syntax& tree, const trigger_match& match);

}  // namespace throughline::extraction
