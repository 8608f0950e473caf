// A classifier with one hidden layer over sparse inputs, read in place from a model file.
#pragma once

#include "language/model_file.hpp"
#include "language/output_layer.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace throughline::language {

constexpr int row_zero = 128;

/// Writes, for each of Width hidden units, the sum of the weights of the rows that are on, 0 where it is negative, and
/// returns hidden_units::active of them. Width is 64 or 128.
template <std::size_t Width>
std::uint64_t rectified_sum(const std::uint8_t* rows, std::span<const std::uint32_t> on, std::int16_t* out);

/// An input is the number of a row; the hidden layer is the rectified sum of the rows that are on. This is the network
/// of Chen and Manning 2014 with the product of embeddings and first layer worked out beforehand: look-ups and
/// additions of small integers are all that is left of it.
template <std::size_t Width>
class feed_forward {
public:
    static_assert(Width % 64 == 0);
    struct hidden {
        std::array<std::int16_t, Width> units;
        std::uint64_t active;  ///< hidden_units::active
    };

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
    feed_forward(const model_file& file, const std::string& name) : rows_(file.section<std::uint8_t>(name + ".rows")) {
        const auto weights = file.section<std::int16_t>(name + ".outputs");
        const auto biases = file.section<std::int32_t>(name + ".biases");
        const auto unit = file.section<float>(name + ".unit");
        if (rows_.size() % Width != 0 || weights.size() != biases.size() * Width || unit.size() != 1)
            throw std::runtime_error("a model's layers have wrong sizes");
        outputs_ = output_layer(weights, biases);
        unit_ = unit.front();
    }

    std::size_t rows() const { return rows_.size() / Width; }
    std::size_t outputs() const { return outputs_.size(); }
    /// What a score has to be multiplied with to become a logarithm of odds.
    float unit() const { return unit_; }

    /// Asks the processor to fetch rows that activate() will add.
    void prefetch(std::span<const std::uint32_t> rows) const {
        for (const auto row : rows)
            for (std::size_t i = 0; i < Width; i += 64) __builtin_prefetch(&rows_[row * Width + i]);
    }
    /// The hidden layer for the rows that are on: at most most_rows, each below rows().
    void activate(std::span<const std::uint32_t> on, hidden& out) const {
        out.active = rectified_sum<Width>(rows_.data(), on, out.units.data());
    }

    /// Scores of the outputs from `first` on.
    void score(const hidden& layer, std::size_t first, std::span<std::int32_t> out) const {
        outputs_.score({layer.units.data(), layer.active}, first, out);
    }

private:
    std::span<const std::uint8_t> rows_;
    output_layer outputs_;
    float unit_ = 0;
};

}  // namespace throughline::language
