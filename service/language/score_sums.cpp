#include "language/score_sums.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace throughline::language {
namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t at_once = 64;  ///< scores, in whole vectors
using integers [[gnu::vector_size(lanes * sizeof(std::int32_t))]] = std::int32_t;
using reals [[gnu::vector_size(lanes * sizeof(float))]] = float;

/// Writes e^x for x from -20 to 0, to seven digits: 2 to the power of a whole number, which makes the exponent's bits,
/// and of a rest of at most a half by the first terms of its series.
[[gnu::always_inline]] inline void exponential(const reals& x, reals& out) {
    constexpr float rounding = 12582912;  // 1.5 * 2^23: numbers of this size have no bits for a fraction
    const reals power = x * 1.44269504F;
    const reals rounded = power + rounding;
    const reals rest = (power - (rounded - rounding)) * 0.693147181F;
    const reals series =
        1 + rest * (1 + rest * (1.0F / 2 + rest * (1.0F / 6 + rest * (1.0F / 24 + rest * (1.0F / 120 + rest / 720)))));
    const integers whole = reinterpret_cast<integers>(rounded) << 23;
    out = reinterpret_cast<reals>(reinterpret_cast<integers>(series) + whole);
}

[[gnu::always_inline]] inline float sum_of_exponentials(const std::int32_t* scores, std::size_t vectors,
                                                        std::int32_t most, std::int32_t negligible, float unit) {
    reals sum{};
    for (std::size_t v = 0; v < vectors; ++v) {
        integers score;
        std::memcpy(&score, scores + v * lanes, sizeof score);
        const integers counts = score > negligible;
        const integers below = (score - most) & counts;
        reals share;
        exponential(__builtin_convertvector(below, reals) * unit, share);
        sum += reinterpret_cast<reals>(reinterpret_cast<integers>(share) & counts);
    }
    float total = 0;
    for (std::size_t i = 0; i < lanes; ++i) total += sum[i];
    return total;
}

[[gnu::always_inline]] inline std::int32_t largest_of(std::span<const std::int32_t> scores) {
    std::int32_t most = scores.front();
    for (const auto score : scores) most = std::max(most, score);
    return most;
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] float sum_of_exponentials_wide(const std::int32_t* scores, std::size_t vectors,
                                                       std::int32_t most, std::int32_t negligible, float unit) {
    return sum_of_exponentials(scores, vectors, most, negligible, unit);
}
[[gnu::target("avx2")]] std::int32_t largest_of_wide(std::span<const std::int32_t> scores) {
    return largest_of(scores);
}

const bool wide = __builtin_cpu_supports("avx2");
#else
constexpr bool wide = false;
float sum_of_exponentials_wide(const std::int32_t*, std::size_t, std::int32_t, std::int32_t, float) { return 0; }
std::int32_t largest_of_wide(std::span<const std::int32_t>) { return 0; }
#endif

}  // namespace

std::size_t first_largest(std::span<const std::int32_t> scores) {
    const auto most = wide ? largest_of_wide(scores) : largest_of(scores);
    return static_cast<std::size_t>(std::find(scores.begin(), scores.end(), most) - scores.begin());
}

float log_of_sum(std::span<const std::int32_t> scores, std::int32_t most, float unit) {
    const auto negligible = most - static_cast<std::int32_t>(10 / unit);
    float total = 0;
    for (std::size_t begin = 0; begin < scores.size(); begin += at_once) {
        std::array<std::int32_t, at_once> padded;
        const auto part = scores.subspan(begin, std::min(scores.size() - begin, at_once));
        const std::size_t vectors = (part.size() + lanes - 1) / lanes;
        std::copy(part.begin(), part.end(), padded.begin());
        std::fill_n(padded.begin() + static_cast<std::ptrdiff_t>(part.size()), vectors * lanes - part.size(),
                    negligible);
        total += wide ? sum_of_exponentials_wide(padded.data(), vectors, most, negligible, unit)
                      : sum_of_exponentials(padded.data(), vectors, most, negligible, unit);
    }
    return std::log(total);
}

}  // namespace throughline::language
