// The averaged structured perceptron over label chains (Collins 2002), in whole numbers: the same on every machine.
#pragma once

#include "entities/name_label.hpp"
#include "entities/trainer/feature_index.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace throughline::entities {

class chain_perceptron {
public:
    using weights = std::array<std::int32_t, name_labels>;
    using averages = std::array<double, name_labels>;

    explicit chain_perceptron(std::size_t features);

    /// One pass over the sentences in the given order. Returns the number of words labelled wrongly on the way.
    std::size_t pass(std::span<const labelled_sentence> sentences, const feature_index& features,
                     std::span<const std::uint32_t> order);

    /// Weights averaged over all steps so far; of transitions by previous label.
    averages feature(std::uint32_t feature) const { return average(feature_[feature]); }
    averages transition(name_label previous) const { return average(transition_[previous]); }

private:
    struct cell {
        weights now{};
        std::array<std::int64_t, name_labels> weighted{};  ///< changes times the step they were made at
    };
    averages average(const cell& values) const;
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
