// How much it says that two mentions of a story share a word, party, type or lemma that so many others have too.
#pragma once

#include <cstdint>
#include <vector>

namespace throughline::linking {

/// Weights are whole multiples of 2^-20, so that sums of them do not depend on the order of summation. Counts are taken
/// in steps, so that one article more changes few weights.
class weight_scale {
public:
    /// The weight of what at most one mention has.
    static constexpr double unshared = 1.0;

    explicit weight_scale(std::uint32_t mentions);

    /// From 0, in every mention, to 1.
    double weight(std::uint32_t count) const;

    /// Brings the weights to the counts, by number; says which are others than before or new.
    std::vector<bool> weigh(const std::vector<std::uint32_t>& counts, std::vector<double>& weights) const;

private:
    std::vector<double> by_count_;
};

/// The square on the same grid.
double squared_weight(double weight);

}  // namespace throughline::linking
