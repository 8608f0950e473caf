// A conditional random field over label chains (Lafferty, McCallum and Pereira 2001) whose scores a network gives,
// learned with AdaGrad (Duchi, Hazan and Singer 2011).
#pragma once

#include "entities/trainer/score_network.hpp"

#include <array>
#include <span>
#include <vector>

namespace throughline::entities {

struct field_options {
    std::uint32_t passes = 10;
    std::uint32_t first_sampled = 4;  ///< first pass after which weights enter the average
    network_options network;
};

class chain_field {
public:
    chain_field(std::size_t features, const field_options& options)
        : options_(options), network_(features, options.network) {}

    /// All passes over the runs of a corpus, in orders that are shuffled by a fixed seed.
    void train(const feature_index& corpus);

    const score_network& network() const { return network_; }

    /// The averaged weights of transitions from a label by the next one.
    label_vector transition(name_label previous) const;

private:
    struct cell {
        label_vector now{};
        label_vector squares{};  ///< of the gradients so far
        label_vector sum{};      ///< over the samples
    };
    double learn(const training_run& run, float rate);
    void weigh();
    double expect(std::span<const name_label> gold);

    field_options options_;
    score_network network_;
    std::uint32_t samples_ = 0;
    std::array<cell, name_labels> transition_{};
    std::array<label_vector, name_labels> follows_{};  ///< exp of the transitions, 0 for those that cannot be
    std::array<label_vector, name_labels> follow_gradient_{};
    std::vector<label_vector> local_;     ///< each word's scores, then exp of them against its highest
    std::vector<label_vector> forward_;   ///< scaled to sum to 1
    std::vector<label_vector> gradient_;  ///< gold less expected
};

}  // namespace throughline::entities
