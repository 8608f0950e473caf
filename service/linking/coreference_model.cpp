#include "linking/coreference_model.hpp"

#include "linking/table.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace throughline::linking {
namespace {

constexpr const char* weights_file = "service/linking/data/coreference.tsv";

feature_values read_weights() {
    feature_values weights{};
    std::size_t row = 0;
    for_each_row(weights_file, 3, [&](const table_fields& fields) {
        if (row == feature_count || fields[0] != name(static_cast<feature>(row)))
            throw std::runtime_error(std::string(weights_file) + ": unexpected feature " + std::string(fields[0]));
        weights[row++] = std::stod(std::string(fields[1]));
    });
    if (row != feature_count) throw std::runtime_error(std::string(weights_file) + ": features are missing");
    return weights;
}

}  // namespace

const feature_values& weights() {
    static const feature_values loaded = read_weights();
    return loaded;
}

double log_odds(const feature_values& values) {
    double sum = 0;
    for (std::size_t i = 0; i < feature_count; ++i) sum += values[i] * weights()[i];
    return sum;
}

double probability(double log_odds) { return 1.0 / (1.0 + std::exp(-log_odds)); }

std::vector<merge_feature> explain(const feature_values& values) {
    std::vector<merge_feature> features;
    for (std::size_t i = 0; i < feature_count; ++i)
        if (values[i] != 0)
            features.push_back({std::string(name(static_cast<feature>(i))), values[i], values[i] * weights()[i]});
    std::stable_sort(features.begin(), features.end(), [](const merge_feature& left, const merge_feature& right) {
        return std::abs(left.weight) > std::abs(right.weight);
    });
    return features;
}

}  // namespace throughline::linking
