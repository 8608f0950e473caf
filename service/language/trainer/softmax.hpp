// From scores to probabilities.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace throughline::language {

/// Replaces the scores, of which one may be minus infinity but not all, by probabilities; returns the place of the
/// largest.
template <class Values>
std::size_t softmax(Values& values) {
    const auto largest = std::max_element(values.begin(), values.end());
    const auto most = *largest;
    float sum = 0;
    for (auto& value : values) sum += value = std::exp(value - most);
    for (auto& value : values) value /= sum;
    return static_cast<std::size_t>(largest - values.begin());
}

}  // namespace throughline::language
