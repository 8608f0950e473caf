// Where an event goes from and to, as far as its words say.
#pragma once

#include "document/document.hpp"

#include <string>
#include <vector>

namespace throughline::pipeline {

/// "from" or "to", a blank and the key of a place: of "flew from Oslo to Bergen" these are "from oslo" and "to bergen".
/// Sorted, each once.
std::vector<std::string> route_of(const document& doc, const event_mention& mention);

}  // namespace throughline::pipeline
