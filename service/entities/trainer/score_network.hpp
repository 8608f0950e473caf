// Trains the network that scores the labels of a word: the sum of its features' rows, rectified, times a matrix (Chen
// and Manning 2014). At each step a share of the features and of the hidden units is left out (Srivastava et al. 2014)
// and the weights are averaged over the passes: both keep wrong labels of the corpus from being learned by heart.
#pragma once

#include "entities/name_model.hpp"
#include "entities/trainer/feature_index.hpp"

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace throughline::entities {

using label_vector = std::array<float, name_labels>;
using hidden_vector = std::array<float, name_width>;

struct network_options {
    std::uint32_t seed = 20180320;
    float rate = 0.03F;          ///< AdaGrad's step at the beginning; falls to nothing in even steps
    float keep_features = 0.6F;  ///< share of a word's features that a step sees
    float keep_memories = 0.5F;  ///< share of the steps that see memories, as the second look at a word does
    float keep_units = 0.7F;     ///< share of the hidden units that a step sees
};

class score_network {
public:
    score_network(std::size_t features, const network_options& options);

    /// The scores of a run's words by label.
    void forward(const training_run& run, std::vector<label_vector>& scores);

    /// Moves the weights that the last forward() used along the gradient of a word's scores; `rate` is a step's size.
    void backward(std::size_t word, const label_vector& gradient, float rate);

    /// Adds the present weights to the averages.
    void sample();

    /// Averages over the samples.
    hidden_vector row(std::uint32_t feature) const;
    hidden_vector output(std::size_t label) const;

private:
    /// The last forward pass of one word.
    struct activation {
        std::vector<std::uint32_t> on;  ///< features
        hidden_vector hidden{};
        hidden_vector mask{};  ///< what the units' gradients are multiplied by
    };
    struct alignas(64) cell {
        hidden_vector now{};
        float squares = 0;    ///< of the gradients so far, their mean over the units
        hidden_vector sum{};  ///< over the samples
    };
    hidden_vector average(const cell& of) const;
    bool chance(float share) {
        return random_() < static_cast<std::uint32_t>(static_cast<double>(share) * 0xffffffffU);
    }
    void fetch(std::uint32_t feature) const;
    void start(std::vector<cell>& cells, float spread);

    network_options options_;
    std::mt19937 random_{options_.seed};
    std::vector<cell> features_;
    std::vector<cell> labels_;
    std::vector<activation> words_;
    std::uint32_t samples_ = 0;
};

}  // namespace throughline::entities
