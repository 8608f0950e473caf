// Precision, recall and F1 of names by exact span and kind: per, org, and geo and gpe as one.
#pragma once

#include "entities/trainer/feature_index.hpp"

#include <span>
#include <string>

namespace throughline::entities {

/// A line for all kinds and one each.
std::string span_score(std::span<const labelled_sentence> gold, std::span<const guess> found);

}  // namespace throughline::entities
