// A conditional random field over label chains (Lafferty, McCallum and Pereira 2001), learned with AdaGrad (Duchi,
// Hazan and Singer 2011). At each step a share of the features is left out (Srivastava et al. 2014) and the weights are
// averaged over the passes: both keep wrong labels of the corpus from being learned by heart.
#pragma once

#include "entities/name_label.hpp"
#include "entities/trainer/feature_index.hpp"

#include <array>
#include <random>
#include <span>
#include <vector>

namespace throughline::entities {

struct field_options {
    float rate = 0.1F;    ///< AdaGrad's step
    float decay = 0.01F;  ///< share of a weight taken off at each of its steps
    float keep = 0.5F;    ///< share of a word's features that a step sees
};

class chain_field {
public:
    using label_weights = std::array<double, name_labels>;

    chain_field(std::size_t features, const field_options& options);

    /// One pass over the runs in the given order. Returns the negative log-likelihood a run.
    double pass(const feature_index& corpus, std::span<const std::uint32_t> order);

    /// The weights of a feature by label, of transitions from a label by the next one; averaged over all passes but the
    /// first, which begins with nothing.
    label_weights feature(std::uint32_t feature) const { return average(feature_[feature]); }
    label_weights transition(name_label previous) const { return average(transition_[previous]); }

private:
    using vector = std::array<float, name_labels>;
    struct cell {
        vector now{};
        vector squares{};  ///< of the gradients so far
        vector sum{};      ///< of the weights after each pass but the first
    };
    label_weights average(const cell& values) const;
    void choose_features(const training_run& run);
    void score(const training_run& run);
    double expect(std::span<const name_label> gold);
    void learn(cell& values, const vector& gradient) const;
    void learn_run(std::size_t words);

    field_options options_;
    std::mt19937 random_{20180320};
    std::uint32_t passes_ = 0;
    std::vector<cell> feature_;
    std::array<cell, name_labels> transition_{};
    std::array<vector, name_labels> follows_{};  ///< exp of the transitions, 0 for those that cannot be
    std::array<vector, name_labels> follow_gradient_{};
    std::vector<std::uint32_t> chosen_;      ///< features that this step sees, word after word
    std::vector<std::size_t> chosen_begin_;  ///< of each word, and the end
    std::vector<vector> local_;              ///< exp of each word's scores against its highest
    std::vector<vector> forward_;            ///< scaled to sum to 1
    std::vector<vector> gradient_;           ///< gold less expected
    std::vector<float> highest_;
};

}  // namespace throughline::entities
