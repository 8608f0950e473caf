// The learned weights of the pair features: read from data/coreference.tsv.
#pragma once

#include "linking/pair_features.hpp"

namespace throughline::linking {

/// The weight of each feature.
const feature_values& weights();

/// The log-odds that the two mentions are one event.
double log_odds(const feature_values& values);

/// log_odds as a probability.
double probability(double log_odds);

/// The features that are not 0, weightiest first.
std::vector<merge_feature> explain(const feature_values& values);

}  // namespace throughline::linking
