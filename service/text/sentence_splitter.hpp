// Finds where sentences end in a row of tokens.
#pragma once

#include "document/document.hpp"

namespace throughline::text {

/// Appends to doc.sentences the sentences of the tokens from `first` to the end, which form one block of the text that
/// no sentence crosses (a paragraph or a line), and numbers the tokens' sentences.
void split_sentences(document& doc, std::uint32_t first, std::uint32_t paragraph);

}  // namespace throughline::text
