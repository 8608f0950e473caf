// From raw text to tokens, sentences and paragraphs.
#pragma once

#include "document/document.hpp"

namespace throughline::text {

/// Fills tokens (where, sentence, space_before) and sentences of a document that has neither, after the conventions of
/// Universal Dependencies' English-GUM: clitics are words of their own ("do" "n't", "Russia" "'s"), a hyphen parts
/// words unless a prefix or a date holds it. Every token is a stretch of `doc.text`; white space belongs to none.
/// Linear in the length of the text, whatever its bytes.
void tokenize(document& doc);

}  // namespace throughline::text
