// What the learners of label chains have in common: passes over sentences in, weights out.
#pragma once

#include "entities/name_label.hpp"
#include "entities/trainer/feature_index.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace throughline::entities {

class chain_learner {
public:
    using label_weights = std::array<double, name_labels>;

    virtual ~chain_learner() = default;

    /// One pass over the sentences in the given order. Returns a figure that falls as the learning goes on.
    virtual double pass(std::span<const labelled_sentence> sentences, const feature_index& features,
                        std::span<const std::uint32_t> order) = 0;

    /// The learned weights: of a feature by label, of transitions from a label by the next one.
    virtual label_weights feature(std::uint32_t feature) const = 0;
    virtual label_weights transition(name_label previous) const = 0;
};

}  // namespace throughline::entities
