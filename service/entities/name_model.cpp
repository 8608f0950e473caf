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
#ifdef __SSE2__
    constexpr std::size_t lanes = 8;
    constexpr std::size_t vectors = name_width / lanes;
    __m128i total[vectors];  // stays in registers, which the loop below does not achieve
    for (std::size_t i = 0; i < vectors; ++i)
        total[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sum.data() + i * lanes));
    for (const std::uint32_t row : rows)
        for (std::size_t i = 0; i < vectors; i += 2) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows_[row].data() + i * lanes));
            const __m128i signs = _mm_cmpgt_epi8(_mm_setzero_si128(), bytes);
            total[i] = _mm_add_epi16(total[i], _mm_unpacklo_epi8(bytes, signs));
            total[i + 1] = _mm_add_epi16(total[i + 1], _mm_unpackhi_epi8(bytes, signs));
        }
    for (std::size_t i = 0; i < vectors; ++i)
        _mm_storeu_si128(reinterpret_cast<__m128i*>(sum.data() + i * lanes), total[i]);
#else
    for (const std::uint32_t row : rows)
        for (std::size_t i = 0; i < name_width; ++i) sum[i] = static_cast<std::int16_t>(sum[i] + rows_[row][i]);
#endif
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
