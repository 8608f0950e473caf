// Trains models of names, and guesses what models make of sentences that they have not learned from.
#pragma once

#include "entities/trainer/chain_field.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace throughline::entities {

struct training_options {
    std::uint32_t least = 2;  ///< occurrences below which a feature is left out
    field_options field;
    std::uint32_t buckets = 21500;  ///< 272 bytes each
    std::uint32_t folds = 2;        ///< parts of the corpus that guess() keeps apart one after the other
    std::uint32_t fold_passes = 3;
};

/// Sentences of blocks of so many stay together when a corpus is divided: ten documents.
inline constexpr std::size_t block_sentences = 10 * document_sentences;

/// The bytes of a model. When there are more features than it has room for, a short training tells which of them
/// matter.
std::string train(std::span<const labelled_sentence> sentences, std::span<const guess> guesses,
                  const training_options& options);

/// What a model makes of sentences, read in documents of document_sentences.
std::vector<guess> read_names(std::span<const labelled_sentence> sentences, const name_model& model);

/// What models make of each sentence that have learned from the blocks of all folds but its own.
std::vector<guess> guess_by_folds(std::span<const labelled_sentence> sentences, const training_options& options);

}  // namespace throughline::entities
