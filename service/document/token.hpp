// Tokens, sentences and paragraphs: the layer that all others point into.
#pragma once

#include "document/span.hpp"
#include "document/tagset.hpp"

#include <string_view>

namespace throughline {

/// One Universal Dependencies word. Its form is the text at `where`.
struct token {
    span where;                     ///< place in document::text
    std::string_view lemma;         ///< lower case but for names; in static data or document::strings
    std::uint32_t head = no_head;   ///< index of the governing token, no_head for a sentence's root
    std::uint32_t sentence = 0;     ///< index into document::sentences
    upos pos = upos::x;             ///< universal part of speech
    xpos penn = xpos::xx;           ///< Penn part of speech
    deprel relation = deprel::dep;  ///< relation to the head
    bool space_before = false;      ///< white space stands between the previous token and this one

    static constexpr std::uint32_t no_head = 0xffffffff;
};

/// One sentence: tokens in a row, never over a paragraph's end.
struct sentence {
    token_range tokens;
    span where;                   ///< from the first token's begin to the last token's end
    std::uint32_t paragraph = 0;  ///< counted from 0; paragraphs are parted by a blank line
};

}  // namespace throughline
