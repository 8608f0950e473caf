// The parser's feature templates, the same for training and for use.
#pragma once

#include "document/tagset.hpp"
#include "language/hashing.hpp"
#include "language/parse_state.hpp"
#include "language/word_clusters.hpp"

#include <span>

namespace throughline::language {

/// What the parser sees of a word.
struct parse_word {
    hash form = 0;  ///< lower-case form
    hash tag = 0;   ///< universal and Penn part of speech
    hash pos = 0;   ///< universal part of speech alone
    hash fine = 0;  ///< class in the word vectors, with the part of speech; for a word without one the tag
    hash coarse = 0;
};

/// The word that stands for the artificial root; goes behind the sentence's words.
parse_word root_word();
parse_word make_parse_word(hash lower, word_class usage, upos pos, xpos penn);

/// `words` holds the sentence's words and the root word.
void extract_parse_features(const parse_state& state, std::span<const parse_word> words, feature_list& out);

}  // namespace throughline::language
