// What the text says of how one event bears on another.
#pragma once

#include "extraction/triggers.hpp"

#include <vector>

namespace throughline::extraction {

/// Fills event_mention::links; `matches[i]` is the trigger of doc.mentions[i].
void link_mentions(document& doc, const syntax& tree, const ontology& types, const std::vector<trigger_match>& matches);

}  // namespace throughline::extraction
