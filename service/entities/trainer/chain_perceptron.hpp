// The averaged structured perceptron over label chains (Collins 2002), in whole numbers: the same on every machine.
#pragma once

#include "entities/trainer/chain_learner.hpp"

#include <vector>

namespace throughline::entities {

class chain_perceptron : public chain_learner {
public:
    using weights = std::array<std::int32_t, name_labels>;

    explicit chain_perceptron(std::size_t features);

    /// Returns the number of words labelled wrongly on the way.
    double pass(std::span<const labelled_sentence> sentences, const feature_index& features,
                std::span<const std::uint32_t> order) override;

    /// Averaged over all steps so far.
    label_weights feature(std::uint32_t feature) const override { return average(feature_[feature]); }
    label_weights transition(name_label previous) const override { return average(transition_[previous]); }

private:
    struct cell {
        weights now{};
        std::array<std::int64_t, name_labels> weighted{};  ///< changes times the step they were made at
    };
    label_weights average(const cell& values) const;
    void change(cell& values, name_label label, std::int32_t by);
    void decode(std::span<const std::uint32_t> rows, std::size_t words);

    std::int64_t step_ = 1;
    std::vector<cell> feature_;
    std::array<cell, name_labels> transition_{};
    std::vector<weights> best_;
    std::vector<std::array<name_label, name_labels>> from_;
    std::vector<name_label> labels_;
};

}  // namespace throughline::entities
