#include "language/feed_forward.hpp"

#include <cstring>

#if defined(__x86_64__)
#define THROUGHLINE_WIDE_LANES 1
#endif

namespace throughline::language {
namespace {

constexpr std::size_t block = 64;  // bytes of a cache line

template <std::size_t Bytes>
struct lanes_of {
    using sums [[gnu::vector_size(Bytes)]] = std::uint16_t;
    using values [[gnu::vector_size(Bytes)]] = std::int16_t;
};

/// Adds bytes two at a time, in vectors of so many bytes: sums of whole pairs on one side, of the upper bytes on the
/// other, from which the lower ones follow.
template <std::size_t Bytes, std::size_t Width>
[[gnu::always_inline]] inline void add_rows(const std::uint8_t* rows, std::span<const std::uint32_t> on,
                                            std::int16_t* out) {
    using sums = typename lanes_of<Bytes>::sums;
    using values = typename lanes_of<Bytes>::values;
    constexpr std::size_t vectors = block / Bytes;
    const auto excess = static_cast<std::uint16_t>(on.size() * row_zero);
    for (std::size_t at = 0; at < Width; at += block) {
        sums pairs[vectors] = {}, upper[vectors] = {};
        for (const auto row : on)
            for (std::size_t k = 0; k < vectors; ++k) {
                sums bytes;
                std::memcpy(&bytes, rows + row * Width + at + Bytes * k, Bytes);
                pairs[k] += bytes;
                upper[k] += bytes >> 8;
            }
        for (std::size_t k = 0; k < vectors; ++k) {
            auto first = reinterpret_cast<values>(pairs[k] - (upper[k] << 8) - excess);
            auto second = reinterpret_cast<values>(upper[k] - excess);
            first &= first > 0;
            second &= second > 0;
            // Each 16 bytes of a row hold the units of 16 in two halves.
            for (std::size_t part = 0; part < Bytes; part += 16) {
                std::int16_t* to = out + at + Bytes * k + part;
                std::memcpy(to, reinterpret_cast<const char*>(&first) + part, 16);
                std::memcpy(to + 8, reinterpret_cast<const char*>(&second) + part, 16);
            }
        }
    }
}

template <std::size_t Width>
[[gnu::always_inline]] inline void multiply(const std::int16_t* layer, const std::int16_t* weights,
                                            std::span<std::int32_t> scores) {
    for (auto& score : scores) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < Width; ++i) sum += std::int32_t{layer[i]} * std::int32_t{weights[i]};
        score += sum;
        weights += Width;
    }
}

#ifdef THROUGHLINE_WIDE_LANES
template <std::size_t Width>
[[gnu::target("avx2")]] void add_rows_wide(const std::uint8_t* rows, std::span<const std::uint32_t> on,
                                           std::int16_t* out) {
    add_rows<32, Width>(rows, on, out);
}

template <std::size_t Width>
[[gnu::target("avx2")]] void multiply_wide(const std::int16_t* layer, const std::int16_t* weights,
                                           std::span<std::int32_t> scores) {
    multiply<Width>(layer, weights, scores);
}

const bool wide = __builtin_cpu_supports("avx2");
#endif

}  // namespace

template <std::size_t Width>
void rectified_sum(const std::uint8_t* rows, std::span<const std::uint32_t> on, std::int16_t* out) {
#ifdef THROUGHLINE_WIDE_LANES
    if (wide) return add_rows_wide<Width>(rows, on, out);
#endif
    add_rows<16, Width>(rows, on, out);
}

template <std::size_t Width>
void add_products(const std::int16_t* layer, const std::int16_t* weights, std::span<std::int32_t> scores) {
#ifdef THROUGHLINE_WIDE_LANES
    if (wide) return multiply_wide<Width>(layer, weights, scores);
#endif
    multiply<Width>(layer, weights, scores);
}

template void rectified_sum<64>(const std::uint8_t*, std::span<const std::uint32_t>, std::int16_t*);
template void rectified_sum<128>(const std::uint8_t*, std::span<const std::uint32_t>, std::int16_t*);
template void add_products<64>(const std::int16_t*, const std::int16_t*, std::span<std::int32_t>);
template void add_products<128>(const std::int16_t*, const std::int16_t*, std::span<std::int32_t>);

}  // namespace throughline::language
