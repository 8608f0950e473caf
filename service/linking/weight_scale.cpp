#include "linking/weight_scale.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::linking {
namespace {

/// Multiples of it add up exactly, in any order.
constexpr double weight_grid = 0x1p-20;

double on_grid(double value) { return std::round(value / weight_grid) * weight_grid; }

/// Thirds of an e-fold.
double step(double count) { return std::floor(std::log(std::max(1.0, count)) * 3) / 3; }

}  // namespace

weight_scale::weight_scale(std::uint32_t mentions) {
    const auto all = std::max(1.0, step(1.0 + mentions));
    for (std::uint32_t count = 0; count <= mentions; ++count)
        by_count_.push_back(on_grid(1.0 - std::min(1.0, step(count) / all)));
}

double weight_scale::weight(std::uint32_t count) const {
    return by_count_[std::min<std::size_t>(count, by_count_.size() - 1)];
}

std::vector<bool> weight_scale::weigh(const std::vector<std::uint32_t>& counts, std::vector<double>& weights) const {
    std::vector<bool> changed(counts.size(), true);
    const auto known = weights.size();
    weights.resize(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto now = weight(counts[i]);
        changed[i] = i >= known || weights[i] != now;
        weights[i] = now;
    }
    return changed;
}

double squared_weight(double weight) { return on_grid(weight * weight); }

}  // namespace throughline::linking
