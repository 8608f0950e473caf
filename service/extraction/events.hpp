// From the layers below to the events that a document tells of.
#pragma once

#include "document/document.hpp"

namespace throughline::extraction {

/// Fills document::mentions, in text order of trigger, from tokens, trees, time expressions, entities and quotes.
void find_events(document& doc);

}  // namespace throughline::extraction
