#include "language/score_sums.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace throughline::language {
namespace {

constexpr std::size_t lanes = 8;
using integers [[gnu::vector_size(lanes * sizeof(std::int32_t))]] = std::int32_t;
using reals [[gnu::vector_size(lanes * sizeof(float))]] = float;

/// Writes e^x for x from -20 to 0, to seven digits: 2 to the power of a whole number, which makes the exponent's bits,
/// and of a rest of at most a half by the first terms of its series.
[[gnu::always_inline]] inline void exponential(const reals& x, reals& out) {
    constexpr float rounding = 12582912;  // 1.5 * 2^23: numbers of this size have no bits for a fraction
    const reals power = x * 1.44269504F;
    const reals rounded = power + rounding;
    const reals rest = (power - (rounded - rounding)) * 0.693147181F;
    const reals late = 1.0F / 6 + rest * (1.0F / 24 + rest * (1.0F / 120 + rest * (1.0F / 720)));
    const reals series = 1 + rest * (1 + rest * (1.0F / 2 + rest * late));
    const integers whole = reinterpret_cast<integers>(rounded) << 23;
    out = reinterpret_cast<reals>(reinterpret_cast<integers>(series) + whole);
}

/// The sum over all scores that are more than negligible; `most` is the largest of them.
[[gnu::always_inline]] inline float sum_of_exponentials(std::span<const std::int32_t> scores, std::int32_t most,
                                                        std::int32_t negligible, float unit) {
    reals sum{};
    for (std::size_t at = 0; at < scores.size(); at += lanes) {
        integers score = integers{} + negligible;
        if (const auto left = scores.size() - at; left >= lanes)
            std::memcpy(&score, &scores[at], sizeof score);
        else
            for (std::size_t i = 0; i < left; ++i) score[i] = scores[at + i];
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
[[gnu::target("avx2")]] float sum_of_exponentials_wide(std::span<const std::int32_t> scores, std::int32_t most,
                                                       std::int32_t negligible, float unit) {
    return sum_of_exponentials(scores, most, negligible, unit);
}
[[gnu::target("avx2")]] std::int32_t largest_of_wide(std::span<const std::int32_t> scores) {
    return largest_of(scores);
}

const bool wide = __builtin_cpu_supports("avx2");
#endif

}  // namespace

std::size_t first_largest(std::span<const std::int32_t> scores) {
#if defined(__x86_64__)
    const auto most = wide ? largest_of_wide(scores) : largest_of(scores);
#else
    const auto most = largest_of(scores);
#endif
    return static_cast<std::size_t>(std::find(scores.begin(), scores.end(), most) - scores.begin());
}

float log_of_sum(std::span<const std::int32_t> scores, std::int32_t most, float unit) {
    const auto negligible = most - static_cast<std::int32_t>(10 / unit);
#if defined(__x86_64__)
    if (wide) return std::log(sum_of_exponentials_wide(scores, most, negligible, unit));
#endif
    return std::log(sum_of_exponentials(scores, most, negligible, unit));
}

}  // namespace throughline::language
