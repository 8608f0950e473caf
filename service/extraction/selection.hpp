// Which of the words that could tell of an event do so clearly enough for a chronology.
#pragma once

#include "extraction/triggers.hpp"

#include <vector>

namespace throughline::extraction {

/// Drops mentions without anybody in them unless their type or the text around makes up for it, and gives a definite
/// noun ("the call") the participants of the event of its type that was told before. Keeps `matches` in step.
void select_mentions(document& doc, const syntax& tree, const ontology& types, std::vector<trigger_match>& matches);

}  // namespace throughline::extraction
