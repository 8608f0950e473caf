#include "entities/trainer/model_writer.hpp"

#include "entities/name_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace throughline::entities {
namespace {

constexpr double clip_share = 0.9995;  ///< share of weights that the 8 bits hold without being clipped

/// Weights against `outside`, which the model holds at 0.
std::array<double, weight_labels> against_outside(const chain_field::label_weights& averages) {
    std::array<double, weight_labels> row{};
    for (std::size_t l = 0; l < weight_labels; ++l) row[l] = averages[l] - averages[outside];
    return row;
}

double largest(const std::array<double, weight_labels>& row) {
    double top = 0;
    for (const double weight : row) top = std::max(top, std::abs(weight));
    return top;
}

template <class Value>
void append(std::string& out, const Value& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

transition_table quantised_transitions(const chain_field& trained, double scale) {
    transition_table table{};
    for (std::size_t p = 0; p < name_labels; ++p) {
        const auto row = trained.transition(static_cast<name_label>(p));
        table[p].fill(forbidden);
        for (std::size_t n = 0; n < name_labels; ++n)
            if (may_follow(static_cast<name_label>(p), static_cast<name_label>(n)))
                table[p][n] = static_cast<std::int16_t>(std::lround(row[n] * scale));
    }
    return table;
}

}  // namespace

double importance(const chain_field& trained, const feature_index& features, std::uint32_t feature) {
    return largest(against_outside(trained.feature(feature))) * std::sqrt(features.occurrences(feature));
}

std::string write_model(const chain_field& trained, const feature_index& features, std::uint32_t buckets) {
    std::vector<double> weight(features.size());
    std::vector<double> tops(features.size());
    for (std::uint32_t f = 0; f < features.size(); ++f) {
        weight[f] = importance(trained, features, f);
        tops[f] = largest(against_outside(trained.feature(f)));
    }
    std::vector<std::uint32_t> order(features.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return weight[a] != weight[b] ? weight[a] > weight[b] : features.hash(a) < features.hash(b);
    });
    std::sort(tops.begin(), tops.end());
    const double clip =
        tops.empty() ? 1 : tops[static_cast<std::size_t>(clip_share * static_cast<double>(tops.size() - 1))];
    const double scale = 127 / clip;

    std::vector<std::uint16_t> prints(std::size_t{buckets} * bucket_size);
    std::vector<weight_row> rows(prints.size());
    for (const std::uint32_t f : order) {
        if (weight[f] <= 0) break;
        const std::uint64_t hash = features.hash(f);
        const std::size_t begin = bucket_of(hash, buckets) * bucket_size;
        for (std::size_t slot = begin; slot < begin + bucket_size; ++slot) {
            if (prints[slot] == fingerprint_of(hash)) break;  // the heavier one of the two keeps the fingerprint
            if (prints[slot] != 0) continue;
            prints[slot] = fingerprint_of(hash);
            const auto exact = against_outside(trained.feature(f));
            for (std::size_t l = 0; l < weight_labels; ++l)
                rows[slot][l] = static_cast<std::int8_t>(std::lround(std::clamp(exact[l] * scale, -127.0, 127.0)));
            break;
        }
    }

    name_model_header header;
    header.buckets = buckets;
    std::string out;
    append(out, header);
    append(out, quantised_transitions(trained, scale));
    out.append(reinterpret_cast<const char*>(prints.data()), prints.size() * sizeof prints[0]);
    out.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof rows[0]);
    return out;
}

}  // namespace throughline::entities
