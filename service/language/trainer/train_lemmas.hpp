// Learns the lemmatiser's rules.
#pragma once

#include "language/trainer/corpus.hpp"
#include "language/trainer/model_writer.hpp"

#include <filesystem>
#include <vector>

namespace throughline::language {

/// Learns from the treebank's lemmas and, when the folder is not empty, from WordNet's lists: irregular forms (*.exc)
/// and the regular forms of its verbs and nouns (index.*). The same input gives the same bytes.
model_writer train_lemmas(const std::vector<gold_sentence>& treebank, const std::filesystem::path& wordnet);

}  // namespace throughline::language
