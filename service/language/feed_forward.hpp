// A classifier with one hidden layer over sparse inputs, read in place from a model file.
#pragma once

#include "language/model_file.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace throughline::language {

/// An input is the number of a row; the hidden layer is the rectified sum of the rows that are on. This is the network
/// of Chen and Manning 2014 with the product of embeddings and first layer worked out beforehand: look-ups and
/// additions of small integers are all that is left of it.
template <std::size_t Width>
class feed_forward {
public:
    static_assert(Width % 64 == 0);
    using hidden = std::array<std::int16_t, Width>;

    /// Sums stay in range up to this many rows.
    static constexpr std::size_t most_rows = 256;
    /// What is added to a weight to store it as a byte.
    static constexpr int zero = 128;
    /// Where the weight of a hidden unit stands in its row: bytes alternate between the halves of 16 units.
    static constexpr std::size_t place_of(std::size_t unit) {
        const auto within = unit % 16;
        return unit - within + (within < 8 ? 2 * within : 2 * (within - 8) + 1);
    }

    feed_forward() = default;
    /// Reads the sections NAME.rows (Width bytes a row), NAME.outputs (Width numbers an output), NAME.biases and
    /// NAME.unit. Throws std::runtime_error when their sizes do not agree.
    feed_forward(const model_file& file, const std::string& name)
        : rows_(file.section<std::uint8_t>(name + ".rows")),
          outputs_(file.section<std::int16_t>(name + ".outputs")),
          biases_(file.section<std::int32_t>(name + ".biases")) {
        const auto unit = file.section<float>(name + ".unit");
        if (rows_.size() % Width != 0 || outputs_.size() != biases_.size() * Width || unit.size() != 1)
            throw std::runtime_error("a model's layers have wrong sizes");
        unit_ = unit.front();
    }

    std::size_t rows() const { return rows_.size() / Width; }
    std::size_t outputs() const { return biases_.size(); }
    /// What a score has to be multiplied with to become a logarithm of odds.
    float unit() const { return unit_; }

    /// The hidden layer for the rows that are on: at most most_rows, each below rows().
    void activate(std::span<const std::uint32_t> on, hidden& out) const {
        for (const auto row : on)
            for (std::size_t i = 0; i < Width; i += block) __builtin_prefetch(&rows_[row * Width + i]);
        for (std::size_t at = 0; at < Width; at += block) activate_block(on, at, &out[at]);
    }

    std::int32_t score(const hidden& layer, std::size_t output) const {
        const std::int16_t* weights = &outputs_[output * Width];
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < Width; ++i) sum += std::int32_t{layer[i]} * std::int32_t{weights[i]};
        return sum + biases_[output];
    }

private:
    static constexpr std::size_t block = 64;  // bytes of a cache line
    using lanes [[gnu::vector_size(16)]] = std::uint16_t;
    using signed_lanes [[gnu::vector_size(16)]] = std::int16_t;

    /// Adds bytes two at a time: sums of whole pairs on one side, of the upper bytes on the other, from which the
    /// lower ones follow.
    void activate_block(std::span<const std::uint32_t> on, std::size_t at, std::int16_t* out) const {
        lanes pairs[block / 16] = {}, upper[block / 16] = {};
        for (const auto row : on)
            for (std::size_t k = 0; k < block / 16; ++k) {
                lanes bytes;
                std::memcpy(&bytes, &rows_[row * Width + at + 16 * k], sizeof bytes);
                pairs[k] += bytes;
                upper[k] += bytes >> 8;
            }
        const auto excess = static_cast<std::uint16_t>(on.size() * zero);
        for (std::size_t k = 0; k < block / 16; ++k) {
            rectify(pairs[k] - (upper[k] << 8) - excess, out + 16 * k);
            rectify(upper[k] - excess, out + 16 * k + 8);
        }
    }

    static void rectify(lanes sums, std::int16_t* out) {
        auto values = reinterpret_cast<signed_lanes>(sums);
        values &= values > 0;
        std::memcpy(out, &values, sizeof values);
    }

    std::span<const std::uint8_t> rows_;
    std::span<const std::int16_t> outputs_;
    std::span<const std::int32_t> biases_;
    float unit_ = 0;
};

}  // namespace throughline::language
