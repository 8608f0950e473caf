// From the layers below to the events that a document tells of.
#pragma once

#include "document/document.hpp"

#include <cstdint>
#include <span>

namespace throughline::extraction {

/// Fills document::mentions, in text order of trigger, from tokens, trees, time expressions, entities and quotes.
void find_events(document& doc);

/// Fills document::mentions with the words that a caller gives as events (indices of tokens, ascending, each once),
/// read as find_events() reads its own triggers: typed where a rule of the ontology holds, "other" else. None is
/// dropped for being negated, supposed or slight.
void take_events(document& doc, std::span<const std::uint32_t> tokens);

}  // namespace throughline::extraction
