// Trains the parser's model.
#pragma once

#include "language/trainer/corpus.hpp"
#include "language/trainer/model_writer.hpp"
#include "language/word_clusters.hpp"

#include <vector>

namespace throughline::language {

/// Learns from trees whose words carry the tags that the parser will see, that is, predicted ones. The same input gives
/// the same bytes.
model_writer train_parser(const std::vector<gold_sentence>& trees, const word_clusters& clusters);

}  // namespace throughline::language
