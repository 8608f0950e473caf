// A conditional random field over label chains (Lafferty, McCallum and Pereira 2001), learned with AdaGrad (Duchi,
// Hazan and Singer 2011). It bears wrong labels in the corpus better than the perceptron does.
#pragma once

#include "entities/trainer/chain_learner.hpp"

#include <vector>

namespace throughline::entities {

class chain_field : public chain_learner {
public:
    chain_field(std::size_t features, float rate, float decay);

    /// Returns the negative log-likelihood a sentence.
    double pass(std::span<const labelled_sentence> sentences, const feature_index& features,
                std::span<const std::uint32_t> order) override;
    label_weights feature(std::uint32_t feature) const override { return weights(feature_[feature]); }
    label_weights transition(name_label previous) const override { return weights(transition_[previous]); }

private:
    using vector = std::array<float, name_labels>;
    struct cell {
        vector now{};
        vector squares{};  ///< of the gradients so far
    };
    static label_weights weights(const cell& values);
    void score(std::span<const std::uint32_t> rows, std::size_t words);
    double expect(std::span<const name_label> gold);
    void learn(cell& values, const vector& gradient) const;

    float rate_;
    float decay_;
    std::vector<cell> feature_;
    std::array<cell, name_labels> transition_{};
    std::array<vector, name_labels> follows_{};  ///< exp of the transitions, 0 for those that cannot be
    std::array<vector, name_labels> follow_gradient_{};
    std::vector<vector> local_;     ///< exp of each word's scores against its highest
    std::vector<vector> forward_;   ///< scaled to sum to 1
    std::vector<vector> gradient_;  ///< gold less expected
    std::vector<float> highest_;
};

}  // namespace throughline::entities
