// Logistic regression drawn towards known weights.
#pragma once

#include "linking/pair_features.hpp"

#include <vector>

namespace throughline::linking {

struct labelled_pair {
    feature_values values{};
    bool same = false;
};

/// Weights of greatest posterior probability under a Gaussian prior around `prior`, by gradient descent with steps of
/// its own for each weight (Duchi et al. 2011): a feature that the pairs never show keeps its prior weight. `strength`
/// is the prior's weight in pairs. Only the weights that `free` names move. The same for the same input.
feature_values learn(const std::vector<labelled_pair>& pairs, const feature_values& prior, double strength,
                     const std::array<bool, feature_count>& free);

}  // namespace throughline::linking
