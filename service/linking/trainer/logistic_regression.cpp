#include "logistic_regression.hpp"

#include <cmath>

namespace throughline::linking {

feature_values learn(const std::vector<labelled_pair>& pairs, const feature_values& prior, double strength,
                     const std::array<bool, feature_count>& free) {
    constexpr int rounds = 500;
    constexpr double step = 0.2;
    feature_values weights = prior;
    feature_values squares{};
    const auto total = static_cast<double>(pairs.size());
    for (int round = 0; round < rounds; ++round) {
        feature_values gradient{};
        for (const auto& pair : pairs) {
            double odds = 0;
            for (std::size_t i = 0; i < feature_count; ++i) odds += weights[i] * pair.values[i];
            const double error = 1.0 / (1.0 + std::exp(-odds)) - (pair.same ? 1.0 : 0.0);
            for (std::size_t i = 0; i < feature_count; ++i) gradient[i] += error * pair.values[i] / total;
        }
        for (std::size_t i = 0; i < feature_count; ++i) {
            if (!free[i]) continue;
            gradient[i] += strength * (weights[i] - prior[i]) / total;
            squares[i] += gradient[i] * gradient[i];
            if (squares[i] > 0) weights[i] -= step * gradient[i] / std::sqrt(squares[i]);
        }
    }
    return weights;
}

}  // namespace throughline::linking
