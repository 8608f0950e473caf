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

    /// Writes the averaged weights as NAME.slots and NAME.cells, quantised to 8 bits; weights below `smallest` steps
    /// are dropped.
    void write(model_writer& out, const std::string& name, int smallest);

private:
    struct cell {
        std::uint32_t label;
        float weight;
        double total;
        std::uint64_t since;
    };

    std::uint32_t min_count_;
    std::uint64_t now_ = 1;
    hash_index index_;         // count at first, row number after seal()
    std::vector<hash> order_;  // features in the order in which they became frequent enough
    std::vector<std::vector<cell>> rows_;
};

}  // namespace throughline::language
