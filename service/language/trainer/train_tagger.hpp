// Trains the tagger's model.
#pragma once

#include "language/trainer/corpus.hpp"
#include "language/trainer/model_writer.hpp"
#include "language/word_clusters.hpp"

#include <vector>

namespace throughline::language {

/// Learns from `treebank`; `news` tells only which tags a word may have, because learning its sentences too brings in
/// the conventions of another annotation. The same input gives the same bytes.
model_writer train_tagger(const std::vector<gold_sentence>& treebank, const std::vector<gold_sentence>& news,
                          const word_clusters& clusters);

}  // namespace throughline::language
