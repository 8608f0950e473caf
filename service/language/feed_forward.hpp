// A classifier with one hidden layer over sparse inputs, read in place from a model file.
#pragma once

#include "language/model_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace throughline::language {

constexpr int row_zero = 128;

/// Writes, for each of Width hidden units, the sum of the weights of the rows that are on, 0 where it is negative.
/// Width is 64 or 128.
template <std::size_t Width>
void rectified_sum(const std::uint8_t* rows, std::span<const std::uint32_t> on, std::int16_t* out);
/// Adds to each score the product of the layer with that score's weights. Width is 64 or 128.
template <std::size_t Width>
void add_products(const std::int16_t* layer, const std::int16_t* weights, std::span<std::int32_t> scores);

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
    static constexpr int zero = row_zero;
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
            for (std::size_t i = 0; i < Width; i += 64) __builtin_prefetch(&rows_[row * Width + i]);
        rectified_sum<Width>(rows_.data(), on, out.data());
    }

    /// Scores of the outputs from `first` on.
    void score(const hidden& layer, std::size_t first, std::span<std::int32_t> out) const {
        std::copy_n(&biases_[first], out.size(), out.begin());
        add_products<Width>(layer.data(), &outputs_[first * Width], out);
    }

private:
    std::span<const std::uint8_t> rows_;
    std::span<const std::int16_t> outputs_;
    std::span<const std::int32_t> biases_;
    float unit_ = 0;
};

}  // namespace throughline::language
