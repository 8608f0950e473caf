// Dates that no expression gives: from other mentions, the order of the telling and the article's own date.
#pragma once

#include "extraction/dating.hpp"

namespace throughline::extraction {

/// Dates the mentions that have no time yet, marks what is told as background, never touches a date by expression.
void date_by_discourse(document& doc, const syntax& tree, const ontology& types,
                       const std::vector<trigger_match>& matches);

}  // namespace throughline::extraction
