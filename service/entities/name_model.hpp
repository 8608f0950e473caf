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

/// Layout of a model file, little-endian, 64-byte aligned: this header, the transitions, the buckets' fingerprints, the
/// buckets' weights. A feature's bucket is its hash's upper half scaled to the number of buckets, its fingerprint the
/// lower 16 bits, never 0. A weight row holds the 16 labels other than `outside`, whose weight is 0.
struct name_model_header {
    std::array<char, 8> magic{'T', 'L', 'N', 'A', 'M', 'E', '0', '2'};
    std::uint32_t buckets = 0;
    std::uint32_t reserved[13] = {};
};
static_assert(sizeof(name_model_header) == 64);

inline constexpr std::size_t bucket_size = 8;
inline constexpr std::size_t label_lanes = 24;     ///< labels padded to whole vectors
inline constexpr std::int16_t forbidden = -16000;  ///< score of a transition that cannot be
inline constexpr std::size_t weight_labels = outside;

using transition_table = std::array<std::array<std::int16_t, label_lanes>, name_labels>;
using weight_row = std::array<std::int8_t, weight_labels>;

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

    /// The weights of a feature, zeros for one that the model does not know. Whether it does is as good as random, so
    /// nothing branches on it.
    const weight_row& find(std::uint64_t feature) const {
        static constexpr weight_row unknown{};
        const std::uint64_t first = bucket_of(feature, buckets_) * bucket_size;
        const unsigned matches = matching(fingerprints_ + first, fingerprint_of(feature));
        const weight_row* row = rows_ + first + std::countr_zero(matches | 1U << (bucket_size - 1));
        return *(matches != 0 ? row : &unknown);
    }

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
    const std::uint16_t* fingerprints_ = nullptr;
    const weight_row* rows_ = nullptr;
};

}  // namespace throughline::entities
