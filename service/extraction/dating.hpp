// When a mention's event lies, as far as the text says.
#pragma once

#include "extraction/factuality.hpp"
#include "extraction/syntax.hpp"
#include "extraction/triggers.hpp"

#include <vector>

namespace throughline::extraction {

/// Dates the mentions of a document in order: first by the expressions that govern them, then by what other mentions,
/// the order of the telling and the article's own date bound. `matches[i]` is the trigger of doc.mentions[i].
/// Fills event_mention::time, ::timex and ::background.
void date_mentions(document& doc, const syntax& tree, const ontology& types, const std::vector<trigger_match>& matches);

}  // namespace throughline::extraction
