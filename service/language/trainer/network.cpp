#include "language/trainer/network.hpp"

#include "language/feed_forward.hpp"
#include "language/trainer/model_writer.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

namespace throughline::language {
namespace {

constexpr float part_spread = 0.03F;  // of the weights at the beginning
constexpr float output_spread = 0.1F;
constexpr float largest_row = 1.27F;  // of a written weight: a byte's step is then a hundredth
constexpr float first_square = 1e-4F;
constexpr float least_gradient = 0.01F;  // a decision with less to learn from is passed over
constexpr float bias_rate = 0.1F;        // biases move on every decision and need smaller steps

// These give the same bits with vectors of four, eight and sixteen: nothing is reordered and nothing fused.
#define THROUGHLINE_WIDE [[gnu::target_clones("avx512f", "avx", "default")]]

THROUGHLINE_WIDE float dot(const float* a, const float* b, std::size_t size) {
    float parts[16] = {};
    for (std::size_t i = 0; i < size; i += 16)
        for (std::size_t k = 0; k < 16; ++k) parts[k] += a[i + k] * b[i + k];
    float sum = 0;
    for (const float part : parts) sum += part;
    return sum;
}

THROUGHLINE_WIDE void add_scaled(float* to, const float* from, float scale, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) to[i] += scale * from[i];
}

THROUGHLINE_WIDE void add_rows(float* to, const float* rows, std::span<const std::uint32_t> on, std::size_t size) {
    for (const auto row : on)
        for (std::size_t i = 0; i < size; ++i) to[i] += rows[row * size + i];
}

}  // namespace

network::network(std::size_t width, row_parts parts, std::size_t outputs, std::uint64_t seed)
    : width_(width),
      tied_(std::move(parts)),
      random_(seed),
      parts_(make_layer(tied_.parts(), part_spread)),
      outputs_(make_layer(outputs, output_spread)),
      biases_(outputs),
      bias_sums_(outputs),
      hidden_(width),
      mask_(width),
      error_(width) {}

network::layer network::make_layer(std::size_t rows, float spread) {
    layer made;
    made.weights.resize(rows * width_);
    for (auto& weight : made.weights) weight = spread * (2 * static_cast<float>(random_.fraction()) - 1);
    made.squares.assign(rows, first_square);
    made.sum.assign(made.weights.size(), 0);
    return made;
}

void network::forward(std::span<const std::uint32_t> on, float dropout) {
    on_.clear();
    for (const auto row : on)
        for (const auto part : tied_.of(row)) {
            on_.push_back(part);
            __builtin_prefetch(&parts_.weights[part * width_]);
        }
    std::fill(hidden_.begin(), hidden_.end(), 0.0F);
    add_rows(hidden_.data(), parts_.weights.data(), on_, width_);
    const auto bar = static_cast<std::uint64_t>(dropout * 65536);
    const float scale = 1 / (1 - dropout);
    for (std::size_t i = 0; i < width_; i += 4) {
        auto bits = random_.next();  // 16 for each unit
        for (std::size_t k = i; k < i + 4; ++k, bits >>= 16) {
            mask_[k] = (bits & 0xffff) < bar || hidden_[k] <= 0 ? 0 : scale;
            hidden_[k] *= mask_[k];
        }
    }
}

float network::score(std::size_t output) const {
    return biases_[output] + dot(hidden_.data(), &outputs_.weights[output * width_], width_);
}

void network::backward(float rate) {
    const bool settled = std::all_of(blamed_.begin(), blamed_.end(),
                                     [](const auto& it) { return std::abs(it.gradient) < least_gradient; });
    if (settled) return blamed_.clear();
    std::fill(error_.begin(), error_.end(), 0.0F);
    const auto width = static_cast<float>(width_);
    const float activity = dot(hidden_.data(), hidden_.data(), width_) / width;
    for (const auto& [output, gradient] : blamed_) {
        float* weights = &outputs_.weights[output * width_];
        add_scaled(error_.data(), weights, gradient, width_);
        outputs_.squares[output] += gradient * gradient * activity;
        add_scaled(weights, hidden_.data(), -rate * gradient / std::sqrt(outputs_.squares[output]), width_);
        biases_[output] -= bias_rate * rate * gradient;
    }
    blamed_.clear();
    for (std::size_t i = 0; i < width_; ++i) error_[i] *= mask_[i];
    const float size = dot(error_.data(), error_.data(), width_) / width;
    for (const auto part : on_) {
        parts_.squares[part] += size;
        add_scaled(&parts_.weights[part * width_], error_.data(), -rate / std::sqrt(parts_.squares[part]), width_);
    }
}

void network::sample() {
    for (auto* it : {&parts_, &outputs_})
        for (std::size_t i = 0; i < it->weights.size(); ++i) it->sum[i] += it->weights[i];
    for (std::size_t i = 0; i < biases_.size(); ++i) bias_sums_[i] += biases_[i];
    ++samples_;
}

void network::write(model_writer& out, const std::string& name) const {
    write_rows(out, name);
    float largest = 0;
    for (std::size_t i = 0; i < outputs_.sum.size(); ++i) largest = std::max(largest, std::abs(average(outputs_, i)));
    const float step = largest / 4096, row_step = largest_row / 127;
    std::vector<std::int16_t> weights;
    for (std::size_t i = 0; i < outputs_.sum.size(); ++i)
        weights.push_back(static_cast<std::int16_t>(std::lround(average(outputs_, i) / step)));
    out.add(name + ".outputs", weights);
    std::vector<std::int32_t> biases;
    for (const float sum : bias_sums_)
        biases.push_back(static_cast<std::int32_t>(std::lround(sum / static_cast<float>(samples_) / row_step / step)));
    out.add(name + ".biases", biases);
    out.add(name + ".unit", std::vector<float>{row_step * step});
}

void network::write_rows(model_writer& out, const std::string& name) const {
    using inference = feed_forward<64>;
    std::vector<std::uint8_t> rows(tied_.rows() * width_, inference::zero);
    std::size_t used = 0, cut = 0;
    std::vector<float> sum(width_);
    for (std::uint32_t row = 0; row < tied_.rows(); ++row) {
        std::fill(sum.begin(), sum.end(), 0.0F);
        bool learned = false;
        for (const auto part : tied_.of(row)) {
            // What no example turned on still has its first, random weights.
            if (parts_.squares[part] <= first_square) continue;
            learned = true;
            for (std::size_t i = 0; i < width_; ++i) sum[i] += average(parts_, part * width_ + i);
        }
        used += learned;
        for (std::size_t i = 0; i < width_; ++i) {
            const auto weight = std::lround(sum[i] / largest_row * 127);
            cut += std::abs(weight) > 127;
            rows[row * width_ + inference::place_of(i)] =
                static_cast<std::uint8_t>(std::clamp(weight, -127L, 127L) + inference::zero);
        }
    }
    out.add(name + ".rows", rows);
    std::cerr << name << ": " << tied_.rows() << " rows, " << used << " learned, " << cut << " weights cut\n";
}

}  // namespace throughline::language
