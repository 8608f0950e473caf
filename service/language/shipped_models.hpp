// The models that the program carries, read once when first asked for. Any thread may ask.
#pragma once

#include "language/lemmatizer.hpp"
#include "language/parser.hpp"
#include "language/tagger.hpp"
#include "language/word_clusters.hpp"

namespace throughline::language {

/// Each throws std::runtime_error when the program carries a model of another version.
const word_clusters& shipped_clusters();
const tagger& shipped_tagger();
const lemmatizer& shipped_lemmatizer();
const parser& shipped_parser();

}  // namespace throughline::language
