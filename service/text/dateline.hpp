// Finds the place, date and agency that open a report: "ISTANBUL/RIYADH, Oct 21 (Reuters) - ".
#pragma once

#include "document/document.hpp"

namespace throughline::text {

/// One past the dash of the dateline that begins at token `first` of a paragraph, or `first` when none does. Only
/// tokens are looked at: all before the dash are capitalised, numbers or marks, and either the agency in brackets ends
/// them or the first word is all capitals.
std::uint32_t dateline_end(const document& doc, std::uint32_t first);

}  // namespace throughline::text
