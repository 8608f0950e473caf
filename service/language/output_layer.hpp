// The outputs of a network: each a weighted sum of the hidden layer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace throughline::language {

/// The units of a hidden layer, none below 0.
struct hidden_units {
    const std::int16_t* values;
    std::uint64_t active;  ///< bit i is set where unit 2 i or the next one is above 0
};

/// Keeps the weights in the order in which wide vectors read them: one multiplies two hidden units with their weights
/// for eight outputs. Five in six units of a hidden layer are 0, so pairs of such units are passed over.
class output_layer {
public:
    static constexpr std::size_t most = 144;  ///< outputs that a layer can have
    static constexpr std::size_t lanes = 8;

    /// Weights of two units for eight outputs: both of the first output, both of the second, …
    struct alignas(32) block {
        std::array<std::int16_t, 2 * lanes> weights{};
    };

    output_layer() = default;
    /// `weights` holds so many numbers an output as there are hidden units, an even number up to 128. Throws
    /// std::runtime_error when there are too many outputs or units or the sizes do not agree.
    output_layer(std::span<const std::int16_t> weights, std::span<const std::int32_t> biases);

    std::size_t size() const { return size_; }
    /// Scores of the outputs from `first` on.
    void score(hidden_units hidden, std::size_t first, std::span<std::int32_t> out) const;

private:
    std::vector<block> blocks_;  ///< those of the first two units for all outputs, then those of the next two, …
    std::vector<std::int32_t> biases_;  ///< padded to whole vectors
    std::size_t size_ = 0;
};

}  // namespace throughline::language
