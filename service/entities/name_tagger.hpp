// Finds names in documents: a network under a chain of BIO labels, decoded with Viterbi where names can stand.
#pragma once

#include "entities/name_features.hpp"
#include "entities/name_memory.hpp"
#include "entities/name_model.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::entities {

/// Labels documents one after the other; keeps its buffers between them. Not for several threads at once.
class name_tagger {
public:
    explicit name_tagger(const name_model& model = name_model::instance(),
                         const gazetteer& tables = gazetteer::instance())
        : model_(&model), features_(tables) {}

    /// One label a word, valid until the next call. `sentence_ends` holds one past the last word of each sentence.
    /// Linear in the number of words.
    std::span<const name_label> label(std::span<const std::string_view> words,
                                      std::span<const std::size_t> sentence_ends);

private:
    static constexpr std::size_t words_at_once = 8;

    void score_run(word_run run);
    void score_sentence(std::span<const std::string_view> words, std::size_t first);
    void look_again(word_run run, std::size_t scored);
    void label_run(word_run run, std::span<const label_scores> scores);
    void trace_back(word_run run);

    const name_model* model_;
    name_features features_;
    name_memories memories_;
    std::vector<hidden_layer> hidden_;      ///< of the words of the runs, one run after the other
    std::vector<name_label> first_labels_;  ///< of the same words
    std::span<const name_memory> memory_;   ///< of the same words
    std::array<feature_row, words_at_once> rows_{};
    std::array<std::array<std::uint32_t, feature_count>, words_at_once> found_{};
    std::array<std::span<const std::uint32_t>, words_at_once> known_;  ///< in found_
    std::vector<word_run> runs_;                                       ///< of the document
    std::vector<label_scores> scores_;  ///< of the words of the runs, one run after the other
    std::vector<std::uint64_t> keys_;   ///< of the same words, 0 for those that say nothing elsewhere
    std::vector<label_scores> best_;    ///< of each word of a run and label: the best path, the word's best one at 0
    std::vector<name_label> labels_;
};

}  // namespace throughline::entities
