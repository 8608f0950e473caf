// The states that a parse follows at a time.
#pragma once

#include "language/parse_state.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace throughline::language {

/// Beam search (Zhang and Clark 2008) that keeps few states: none that is much less likely than the best, and of those
/// that stand at the same place (Huang and Sagae 2010) the likeliest alone. While one choice is clear it costs no more
/// than a greedy parse.
class parse_beam {
public:
    static constexpr std::size_t width = 4;
    static constexpr float margin = 1.5F;  ///< in natural logarithms of likelihood
    /// A longer sentence is parsed greedily: each copy of a state takes time in its length.
    static constexpr std::size_t longest = 250;

    /// One fresh state for a sentence of `size` words; keeps its memory.
    void reset(std::size_t size);

    std::size_t size() const { return size_; }
    /// The likeliest state is number 0.
    const parse_state& state(std::size_t i) const { return beam_[i].state; }

    /// Notes a step that a state may take and the logarithm of its likelihood.
    void add(std::uint32_t parent, transition step, float log_share) {
        candidates_.push_back({parent, step, beam_[parent].score + log_share});
    }
    /// Takes the best of the noted steps, of which there is at least one.
    void advance();

private:
    struct hypothesis {
        parse_state state;
        float score = 0;
    };
    struct candidate {
        std::uint32_t parent;
        transition step;
        float score;
    };

    std::vector<hypothesis> beam_{width}, next_{width};
    std::vector<candidate> candidates_;
    std::size_t size_ = 1;
    std::size_t most_ = width;
};

}  // namespace throughline::language
