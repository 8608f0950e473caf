// The trained name model, read in place from the bytes that the trainer wrote.
#pragma once

#include "entities/name_label.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace throughline::entities {

/// Layout of a model file, little-endian, 64-byte aligned: this header, the transitions, the buckets' fingerprints, the
/// buckets' weights. A feature's bucket is its hash's upper half scaled to the number of buckets, its fingerprint the
/// lower 16 bits, never 0. A weight row holds the 16 labels other than `outside`, whose weight is 0.
struct name_model_header {
    std::array<char, 8> magic{'T', 'L', 'N', 'A', 'M', 'E', '0', '1'};
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

    /// The weights of a feature, nullptr for one that the model does not know.
    const weight_row* find(std::uint64_t feature) const {
        const std::uint64_t bucket = bucket_of(feature, buckets_);
        const std::uint16_t wanted = fingerprint_of(feature);
        const std::uint16_t* prints = fingerprints_ + bucket * bucket_size;
        for (std::size_t i = 0; i < bucket_size; ++i)
            if (prints[i] == wanted) return rows_ + bucket * bucket_size + i;
        return nullptr;
    }

private:
    std::uint32_t buckets_ = 0;
    const transition_table* transitions_ = nullptr;
    const std::uint16_t* fingerprints_ = nullptr;
    const weight_row* rows_ = nullptr;
};

}  // namespace throughline::entities
