// Shortens a quotation to what a title has room for.
#pragma once

#include "extraction/syntax.hpp"

#include <cstddef>
#include <string>

namespace throughline::extraction {

/// The words of a quotation, at most `room` code points of them, cut where that hurts least: behind a sentence, else
/// with "…" before a clause or a phrase. "" when not even the first word fits.
std::string cut_quotation(const syntax& tree, token_range words, std::size_t room);

}  // namespace throughline::extraction
