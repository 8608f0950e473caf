// Titles of speech acts: "Ann Lee says …".
#pragma once

#include "extraction/quotation_cut.hpp"
#include "extraction/title_subject.hpp"

#include <cstdint>
#include <string>

namespace throughline::extraction {

/// "Name says …" with as much of the words said as fits; "" when it is not known who speaks or the words alone tell
/// nothing (half a clause between quotation marks, see stands_alone).
std::string speech_title(const syntax& tree, title_subject& subject, std::uint32_t cue, const quote& said,
                         clarity wanted);

/// The tokens that lie in a stretch of the text.
token_range tokens_in(const document& doc, span words);

/// Whether the words said can be read by themselves: all that is told in the speaker's stead, and whole sentences
/// between quotation marks.
bool stands_alone(const document& doc, const quote& said);

}  // namespace throughline::extraction
