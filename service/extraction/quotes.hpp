// Attribution: who is said to have said what (PolNeAR's source, cue and content; Newell et al. 2018).
#pragma once

#include "document/document.hpp"

namespace throughline::extraction {

/// Fills document::quotes from tokens, trees and entities: words between quotation marks with their speaker, and
/// reported clauses ("said that …", "according to …") with theirs. In text order of content.
void find_quotes(document& doc);

}  // namespace throughline::extraction
