#include "language/feed_forward.hpp"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <emmintrin.h>
#define THROUGHLINE_WIDE_LANES 1
#endif

namespace throughline::language {
namespace {

template <std::size_t Bytes>
struct lanes_of {
    using sums [[gnu::vector_size(Bytes)]] = std::uint16_t;
    using values [[gnu::vector_size(Bytes)]] = std::int16_t;
};

/// Bit i tells whether one of the units 2 i and 2 i + 1 is above 0.
template <std::size_t Width>
[[gnu::always_inline]] inline std::uint64_t active_pairs(const std::int16_t* units) {
    std::uint64_t active = 0;
#ifdef THROUGHLINE_WIDE_LANES
    for (std::size_t at = 0; at < Width; at += 16) {
        const auto* from = reinterpret_cast<const __m128i*>(units + at);
        const auto some = [&](std::size_t i) {
            return _mm_cmpgt_epi16(_mm_loadu_si128(from + i), _mm_setzero_si128());
        };
        // Of each pair either half may be set: packing keeps what is not 0.
        const auto both = _mm_packs_epi32(some(0), some(1));
        const auto bytes = _mm_packs_epi16(both, _mm_setzero_si128());
        active |= static_cast<std::uint64_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_setzero_si128())) ^ 0xffff)
                  << (at / 2);
    }
#else
    for (std::size_t at = 0; at < Width; at += 2)
        active |= std::uint64_t{units[at] > 0 || units[at + 1] > 0} << (at / 2);
#endif
    return active;
}

/// Adds bytes two at a time, in vectors of so many bytes: sums of whole pairs on one side, of the upper bytes on the
/// other, from which the lower ones follow.
template <std::size_t Bytes, std::size_t Width>
[[gnu::always_inline]] inline std::uint64_t add_rows(const std::uint8_t* rows, std::span<const std::uint32_t> on,
                                                     std::int16_t* out) {
    using sums = typename lanes_of<Bytes>::sums;
    using values = typename lanes_of<Bytes>::values;
    constexpr std::size_t vectors = std::min<std::size_t>(Width / Bytes, 4);  // whose sums stay in registers
    constexpr std::size_t block = vectors * Bytes;
    const auto excess = static_cast<std::uint16_t>(on.size() * row_zero);
    for (std::size_t at = 0; at < Width; at += block) {
        sums pairs[vectors] = {}, upper[vectors] = {};
        for (const auto row : on) {
            const auto* from = rows + std::size_t{row} * Width + at;
            for (std::size_t k = 0; k < vectors; ++k) {
                sums bytes;
                std::memcpy(&bytes, from + Bytes * k, Bytes);
                pairs[k] += bytes;
                upper[k] += bytes >> 8;
            }
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
    return active_pairs<Width>(out);
}

#ifdef THROUGHLINE_WIDE_LANES
template <std::size_t Width>
[[gnu::target("avx2")]] std::uint64_t add_rows_wide(const std::uint8_t* rows, std::span<const std::uint32_t> on,
                                                    std::int16_t* out) {
    return add_rows<32, Width>(rows, on, out);
}

const bool wide = __builtin_cpu_supports("avx2");
#endif

}  // namespace

template <std::size_t Width>
std::uint64_t rectified_sum(const std::uint8_t* rows, std::span<const std::uint32_t> on, std::int16_t* out) {
#ifdef THROUGHLINE_WIDE_LANES
    if (wide) return add_rows_wide<Width>(rows, on, out);
#endif
    return add_rows<16, Width>(rows, on, out);
}

template std::uint64_t rectified_sum<64>(const std::uint8_t*, std::span<const std::uint32_t>, std::int16_t*);
template std::uint64_t rectified_sum<128>(const std::uint8_t*, std::span<const std::uint32_t>, std::int16_t*);

}  // namespace throughline::language
