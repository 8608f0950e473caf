#include "language/output_layer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#define THROUGHLINE_WIDE_LANES 1
#endif

namespace throughline::language {
namespace {

using block = output_layer::block;
constexpr std::size_t lanes = output_layer::lanes;

/// Adds the products of so many vectors of eight outputs to their sums; `step` is the number of blocks from one pair of
/// units to the next.
template <std::size_t Vectors>
void add_products(hidden_units hidden, const block* weights, std::size_t step, std::int32_t* sums) {
    for (auto left = hidden.active; left != 0; left &= left - 1) {
        const auto pair = static_cast<std::size_t>(std::countr_zero(left));
        const std::int32_t first = hidden.values[2 * pair], second = hidden.values[2 * pair + 1];
        for (std::size_t i = 0; i < Vectors * lanes; ++i) {
            const auto& both = weights[pair * step + i / lanes].weights;
            sums[i] += first * both[i % lanes * 2] + second * both[i % lanes * 2 + 1];
        }
    }
}

#ifdef THROUGHLINE_WIDE_LANES
template <std::size_t Vectors>
[[gnu::target("avx2")]] void add_products_wide(hidden_units hidden, const block* weights, std::size_t step,
                                               std::int32_t* sums) {
    __m256i sum[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v)
        sum[v] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums + lanes * v));
    for (auto left = hidden.active; left != 0; left &= left - 1) {
        const auto pair = static_cast<std::size_t>(std::countr_zero(left));
        std::int32_t units;
        std::memcpy(&units, hidden.values + 2 * pair, sizeof units);
        const __m256i both = _mm256_set1_epi32(units);
        const auto* from = reinterpret_cast<const __m256i*>(weights + pair * step);
        for (std::size_t v = 0; v < Vectors; ++v)
            sum[v] = _mm256_add_epi32(sum[v], _mm256_madd_epi16(both, _mm256_load_si256(from + v)));
    }
    for (std::size_t v = 0; v < Vectors; ++v) _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + lanes * v), sum[v]);
}
#endif

using kernel = void (*)(hidden_units, const block*, std::size_t, std::int32_t*);
constexpr std::size_t most_at_once = 8;  // vectors whose sums stay in registers

/// The kernels for 1 to 8 vectors.
template <std::size_t... Number>
std::array<kernel, most_at_once> kernels(std::index_sequence<Number...>) {
#ifdef THROUGHLINE_WIDE_LANES
    if (__builtin_cpu_supports("avx2")) return {&add_products_wide<Number + 1>...};
#endif
    return {&add_products<Number + 1>...};
}
const auto by_vectors = kernels(std::make_index_sequence<most_at_once>());

}  // namespace

output_layer::output_layer(std::span<const std::int16_t> weights, std::span<const std::int32_t> biases)
    : biases_(biases.begin(), biases.end()), size_(biases.size()) {
    if (size_ == 0 || size_ > most || weights.size() % (2 * size_) != 0 || weights.size() > 128 * size_)
        throw std::runtime_error("a model's layers have wrong sizes");
    const std::size_t units = weights.size() / size_;
    biases_.resize((size_ + lanes - 1) / lanes * lanes);
    const std::size_t step = biases_.size() / lanes;
    blocks_.resize(step * units / 2);
    for (std::size_t output = 0; output < size_; ++output)
        for (std::size_t unit = 0; unit < units; ++unit)
            blocks_[unit / 2 * step + output / lanes].weights[output % lanes * 2 + unit % 2] =
                weights[output * units + unit];
}

void output_layer::score(hidden_units hidden, std::size_t first, std::span<std::int32_t> out) const {
    const std::size_t step = biases_.size() / lanes;
    const std::size_t begin = first / lanes, end = (first + out.size() + lanes - 1) / lanes;
    std::array<std::int32_t, most> sums;
    std::copy_n(&biases_[begin * lanes], (end - begin) * lanes, sums.begin());
    for (std::size_t v = begin; v < end; v += most_at_once)
        by_vectors[std::min(end - v, most_at_once) - 1](hidden, &blocks_[v], step, &sums[(v - begin) * lanes]);
    std::copy_n(&sums[first - begin * lanes], out.size(), out.begin());
}

}  // namespace throughline::language
