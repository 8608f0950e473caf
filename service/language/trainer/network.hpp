// Trains the network that language/feed_forward.hpp runs.
#pragma once

#include "language/trainer/row_parts.hpp"
#include "language/trainer/shuffle.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace throughline::language {

class model_writer;

/// Stochastic gradient descent, one decision at a time, with a step size a row of weights (AdaGrad, Duchi et al. 2011)
/// and dropout of hidden units (Srivastava et al. 2014).
class network {
public:
    network(std::size_t width, row_parts parts, std::size_t outputs, std::uint64_t seed);

    /// Computes the hidden layer for the rows that are on; `dropout` is the share of units that are left out.
    void forward(std::span<const std::uint32_t> on, float dropout);
    float score(std::size_t output) const;
    /// Notes how the loss changes with an output of the last forward pass.
    void blame(std::size_t output, float gradient) { blamed_.push_back({output, gradient}); }
    /// Moves the weights of the last forward pass against what was noted.
    void backward(float rate);

    /// Adds the present weights to the average that write() writes.
    void sample();
    /// Writes NAME.rows, NAME.outputs, NAME.biases and NAME.unit, the rows quantised to 8 bits. sample() must have been
    /// called.
    void write(model_writer& out, const std::string& name) const;

private:
    struct blame_of_output {
        std::size_t output;
        float gradient;
    };
    /// Weights in rows of equal width, with what AdaGrad remembers of each row.
    struct layer {
        std::vector<float> weights;
        std::vector<float> squares;
        std::vector<float> sum;  ///< over the samples
    };
    layer make_layer(std::size_t rows, float spread);
    float average(const layer& from, std::size_t at) const { return from.sum[at] / static_cast<float>(samples_); }
    void write_rows(model_writer& out, const std::string& name) const;

    std::size_t width_;
    row_parts tied_;
    random_source random_;
    layer parts_, outputs_;
    std::vector<float> biases_, bias_sums_;
    std::vector<std::uint32_t> on_;  ///< parts
    std::vector<float> hidden_, mask_, error_;
    std::vector<blame_of_output> blamed_;
    std::size_t samples_ = 0;
};

}  // namespace throughline::language
