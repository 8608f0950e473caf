// Finds names in sentences: a linear chain over BIO labels, decoded with Viterbi.
#pragma once

#include "entities/name_features.hpp"
#include "entities/name_model.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace throughline::entities {

/// Labels sentences one after the other; keeps its buffers between them. Not for several threads at once.
class name_tagger {
public:
    explicit name_tagger(const name_model& model = name_model::instance(),
                         const gazetteer& tables = gazetteer::instance())
        : model_(&model), features_(tables) {}

    /// One label a word, valid until the next call. Linear in the number of words.
    std::span<const name_label> label(std::span<const std::string_view> words);

private:
    using scores = std::array<std::int16_t, label_lanes>;
    void score(std::size_t at, scores& emission) const;
    void trace_back(std::size_t words);

    const name_model* model_;
    name_features features_;
    std::vector<scores> best_;  ///< of each word and label: score of the best path to it, its word's best path at 0
    std::vector<scores> emission_;
    std::vector<name_label> labels_;
};

}  // namespace throughline::entities
