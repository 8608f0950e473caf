// Who takes part in an event, by the syntax around its trigger.
#pragma once

#include "extraction/triggers.hpp"

#include <vector>

namespace throughline::extraction {

/// Participants in text order, no entity twice in one role; speakers of bare quotations are not among them.
std::vector<mention_participant> participants_of(const syntax& tree, const ontology& types, const trigger_match& match);

}  // namespace throughline::extraction
