// Averaged perceptron over hashed features (Collins 2002), with sparse rows of weights.
#pragma once

#include "language/hashing.hpp"
#include "language/trainer/hash_index.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace throughline::language {

class model_writer;

class perceptron {
public:
    /// Features seen fewer than `min_count` times in the counting pass get no weights.
    explicit perceptron(std::uint32_t min_count) : min_count_(min_count) {}

    /// Counting pass, before any update.
    void count(std::span<const hash> features);
    /// Ends the counting pass.
    void seal();

    void score(std::span<const hash> features, std::span<float> scores) const;
    void update(std::span<const hash> features, unsigned label, float delta);
    /// One more decision has been made: the unit of averaging.
    void tick() { ++now_; }

    /// Writes the averaged weights as NAME.slots, NAME.cells and NAME.steps, quantised to 8 bits; the smallest are
    /// dropped until at most `most_weights` are left.
    void write(model_writer& out, const std::string& name, std::size_t most_weights);

private:
    struct cell {
        std::uint32_t label;
        float weight;
    };
    /// What averaging needs of a cell, kept apart because scoring never reads it.
    struct history {
        double total;  ///< sum of the weight over the decisions up to `since`
        std::uint64_t since;
    };
    struct row {
        std::vector<cell> cells;
        std::vector<history> histories;
    };

    double average(const cell& c, const history& h) const {
        return (h.total + c.weight * static_cast<double>(now_ - h.since)) / static_cast<double>(now_);
    }

    std::uint32_t min_count_;
    std::uint64_t now_ = 1;
    hash_index index_;         // count at first, row number after seal()
    std::vector<hash> order_;  // features in the order in which they became frequent enough
    std::vector<row> rows_;
};

}  // namespace throughline::language
