// Partitions words by their vectors.
#pragma once

#include "language/trainer/model_writer.hpp"
#include "language/trainer/vectors.hpp"

namespace throughline::language {

/// k-means over the words, then over the centres found. The same input gives the same bytes.
model_writer train_clusters(const word_vectors& vectors);

}  // namespace throughline::language
