// The trained name model, read in place from the bytes that the trainer wrote.
#pragma once

#include "entities/name_label.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace throughline::entities {

/// A network with one hidden layer (Chen and Manning 2014): the rows of a word's features are added and rectified; what
/// each label takes of the sum, plus transitions between labels, decides. Layout of a model file, little-endian,
/// 64-byte aligned: this header, the buckets' rows, the buckets' fingerprints, the transitions, the outputs. A
/// feature's bucket is its hash's upper half scaled to the number of buckets, its fingerprint the lower 16 bits, never
/// 0.
struct name_model_header {
    std::array<char, 8> magic{'T', 'L', 'N', 'A', 'M', 'E', '0', '4'};
    std::uint32_t buckets = 0;
    std::uint32_t reserved[13] = {};
};
static_assert(sizeof(name_model_header) == 64);

inline constexpr std::size_t bucket_size = 8;
inline constexpr std::size_t label_lanes = 24;     ///< labels padded to whole vectors
inline constexpr std::int16_t forbidden = -16000;  ///< score of a transition that cannot be
inline constexpr std::size_t name_width = 32;      ///< units of the hidden layer
inline constexpr int output_shift = 9;             ///< bits by which sums over the hidden layer are finer than scores
inline constexpr std::int32_t largest_score = 8000;
inline constexpr int score_unit = 128;  ///< a score of one unit of log-probability

using transition_table = std::array<std::array<std::int16_t, label_lanes>, name_labels>;
using feature_weights = std::array<std::int8_t, name_width>;
using hidden_layer = std::array<std::int16_t, name_width>;
using output_table = std::array<hidden_layer, name_labels>;

/// Scores of one word by label, against that of `outside`, which is 0.
using label_scores = std::array<std::int16_t, label_lanes>;

constexpr std::uint64_t bucket_of(std::uint64_t feature, std::uint32_t buckets) {
    return ((feature >> 32) * buckets) >> 32;
}
constexpr std::uint16_t fingerprint_of(std::uint64_t feature) {
    return static_cast<std::uint16_t>((feature & 0xffff) == 0 ? 1 : feature & 0xffff);
}

class name_model {
public:
    /// `bytes` must outlive the model. Throws std::runtime_error when they are no model of this layout.
    explicit name_model(std::string_view bytes);

    /// The model carried in the binary.
    static const name_model& instance();

    const transition_table& transitions() const { return *transitions_; }

    /// Asks the processor to fetch what find() will read of a feature.
    void prefetch(std::uint64_t feature) const {
        __builtin_prefetch(fingerprints_ + bucket_of(feature, buckets_) * bucket_size);
    }

    /// The rows of the features that the model knows, for score(); asks the processor to fetch them. Whether it knows
    /// one is as good as random, so nothing branches on it.
    std::span<const std::uint32_t> find(std::span<const std::uint64_t> features, std::uint32_t* rows) const {
        std::size_t known = 0;
        for (const std::uint64_t feature : features) {
            const std::uint64_t first = bucket_of(feature, buckets_) * bucket_size;
            const unsigned matches = matching(fingerprints_ + first, fingerprint_of(feature));
            rows[known] = static_cast<std::uint32_t>(first) +
                          static_cast<std::uint32_t>(std::countr_zero(matches | 1U << (bucket_size - 1)));
            known += matches != 0;
        }
        for (std::size_t i = 0; i < known; ++i) __builtin_prefetch(rows_ + rows[i]);
        return {rows, known};
    }

    /// Adds the rows of features to a word's hidden layer.
    void add(std::span<const std::uint32_t> rows, hidden_layer& sum) const;
    /// What the labels make of a word's hidden layer.
    void score(const hidden_layer& sum, label_scores& scores) const;

private:
    /// Bit i tells whether the i-th fingerprint of a bucket is the wanted one.
    static unsigned matching(const std::uint16_t* prints, std::uint16_t wanted) {
#ifdef __SSE2__
        const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(prints));
        const __m128i equal = _mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<std::int16_t>(wanted)));
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(equal, _mm_setzero_si128())));
#else
        unsigned bits = 0;
        for (std::size_t i = 0; i < bucket_size; ++i) bits |= static_cast<unsigned>(prints[i] == wanted) << i;
        return bits;
#endif
    }

    std::uint32_t buckets_ = 0;
    const transition_table* transitions_ = nullptr;
    const output_table* outputs_ = nullptr;
    const feature_weights* rows_ = nullptr;
    const std::uint16_t* fingerprints_ = nullptr;
};

}  // namespace throughline::entities
