#include "entities/trainer/model_writer.hpp"

#include "entities/name_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace throughline::entities {
namespace {

constexpr double clip_share = 0.9995;  ///< share of weights that the 8 bits hold without being clipped
constexpr long largest_output = 3900;  ///< keeps sums over the hidden layer within 32 bits

template <class Value>
void append(std::string& out, const Value& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::int16_t whole(double value, long largest = 0x7fff) {
    return static_cast<std::int16_t>(std::clamp(std::lround(value), -largest, largest));
}

transition_table quantised_transitions(const chain_field& trained) {
    transition_table table{};
    for (std::size_t p = 0; p < name_labels; ++p) {
        const auto row = trained.transition(static_cast<name_label>(p));
        table[p].fill(forbidden);
        for (std::size_t n = 0; n < name_labels; ++n)
            if (may_follow(static_cast<name_label>(p), static_cast<name_label>(n)))
                table[p][n] = whole(static_cast<double>(row[n]) * score_unit);
    }
    return table;
}

/// `scale` is what the rows were multiplied by.
output_table quantised_outputs(const score_network& network, double scale) {
    output_table table{};
    for (std::size_t l = 0; l < name_labels; ++l) {
        const hidden_vector weights = network.output(l);
        for (std::size_t i = 0; i < name_width; ++i)
            table[l][i] =
                whole(static_cast<double>(weights[i]) * score_unit * (1 << output_shift) / scale, largest_output);
    }
    return table;
}

}  // namespace

double importance(const chain_field& trained, const feature_index& features, std::uint32_t feature) {
    double squares = 0;
    for (const float weight : trained.network().row(feature)) squares += double{weight} * double{weight};
    return std::sqrt(squares * features.occurrences(feature));
}

std::string write_model(const chain_field& trained, const feature_index& features, std::uint32_t buckets) {
    std::vector<double> weight(features.size());
    std::vector<double> sizes;
    for (std::uint32_t f = 0; f < features.size(); ++f) {
        weight[f] = importance(trained, features, f);
        for (const float it : trained.network().row(f)) sizes.push_back(std::abs(double{it}));
    }
    std::vector<std::uint32_t> order(features.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return weight[a] != weight[b] ? weight[a] > weight[b] : features.hash(a) < features.hash(b);
    });
    std::sort(sizes.begin(), sizes.end());
    const double scale = 127 / sizes.at(static_cast<std::size_t>(clip_share * static_cast<double>(sizes.size() - 1)));

    std::vector<std::uint16_t> prints(std::size_t{buckets} * bucket_size);
    std::vector<feature_weights> rows(prints.size());
    for (const std::uint32_t f : order) {
        const std::uint64_t hash = features.hash(f);
        const std::size_t begin = bucket_of(hash, buckets) * bucket_size;
        for (std::size_t slot = begin; slot < begin + bucket_size; ++slot) {
            if (prints[slot] == fingerprint_of(hash)) break;  // the heavier one of the two keeps the fingerprint
            if (prints[slot] != 0) continue;
            prints[slot] = fingerprint_of(hash);
            const hidden_vector exact = trained.network().row(f);
            for (std::size_t i = 0; i < name_width; ++i)
                rows[slot][i] = static_cast<std::int8_t>(whole(double{exact[i]} * scale, 127));
            break;
        }
    }

    name_model_header header;
    header.buckets = buckets;
    std::string out;
    append(out, header);
    out.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof rows[0]);
    out.append(reinterpret_cast<const char*>(prints.data()), prints.size() * sizeof prints[0]);
    append(out, quantised_transitions(trained));
    append(out, quantised_outputs(trained.network(), scale));
    return out;
}

}  // namespace throughline::entities
