#include "entities/name_model.hpp"

#include "resources/resources.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace throughline::entities {

name_model::name_model(std::string_view bytes) {
    name_model_header header;
    const auto expected = header.magic;
    if (bytes.size() < sizeof header) throw std::runtime_error("name model: too short");
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::size_t slots = std::size_t{header.buckets} * bucket_size;
    const std::size_t size = sizeof header + sizeof(transition_table) + sizeof(output_table) +
                             slots * (sizeof(feature_weights) + sizeof(std::uint16_t));
    if (header.magic != expected || header.buckets == 0 || bytes.size() != size)
        throw std::runtime_error("name model: not of this layout");
    buckets_ = header.buckets;
    const char* at = bytes.data() + sizeof header;
    rows_ = reinterpret_cast<const feature_weights*>(at);
    at += slots * sizeof(feature_weights);
    fingerprints_ = reinterpret_cast<const std::uint16_t*>(at);
    at += slots * sizeof(std::uint16_t);
    transitions_ = reinterpret_cast<const transition_table*>(at);
    at += sizeof(transition_table);
    outputs_ = reinterpret_cast<const output_table*>(at);
}

void name_model::add(std::span<const std::uint32_t> rows, hidden_layer& sum) const {
    hidden_layer total = sum;
    for (const std::uint32_t row : rows) {
        const feature_weights& weights = rows_[row];
        for (std::size_t i = 0; i < name_width; ++i) total[i] = static_cast<std::int16_t>(total[i] + weights[i]);
    }
    sum = total;
}

void name_model::score(const hidden_layer& sum, label_scores& scores) const {
    hidden_layer layer = sum;
    for (std::int16_t& unit : layer) unit = std::max<std::int16_t>(unit, 0);
    const auto of = [&](const hidden_layer& weights) {
        std::int32_t total = 0;
        for (std::size_t i = 0; i < name_width; ++i) total += std::int32_t{layer[i]} * std::int32_t{weights[i]};
        return total >> output_shift;
    };
    const std::int32_t none = of((*outputs_)[outside]);
    scores.fill(0);
    for (std::size_t l = 0; l < outside; ++l)
        scores[l] = static_cast<std::int16_t>(std::clamp(of((*outputs_)[l]) - none, -largest_score, largest_score));
}

const name_model& name_model::instance() {
    static const name_model model(resources::get_in_large_pages("service/entities/models/names.model"));
    return model;
}

}  // namespace throughline::entities
