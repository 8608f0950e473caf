// Stretches of a text that stand between quotation marks.
#pragma once

#include "document/document.hpp"

#include <vector>

namespace throughline::extraction {

/// Token ranges between double quotation marks, straight or typographic, without the marks, in text order. A mark that
/// is not closed in its paragraph ends there, as in a quotation that goes on in the next one.
std::vector<token_range> quoted_ranges(const document& doc);

}  // namespace throughline::extraction
