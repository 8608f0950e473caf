// Events outside every type of the ontology that a text still reports clearly.
#pragma once

#include "extraction/triggers.hpp"

namespace throughline::extraction {

/// Whether a verb tells of an event of type "other": a finite past verb of action with somebody named who acts or
/// suffers and a calendar date of its own.
bool tells_untyped_event(const syntax& tree, std::uint32_t verb);

}  // namespace throughline::extraction
