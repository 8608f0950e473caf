#include "language/parse_beam.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::language {

void parse_beam::reset(std::size_t size) {
    beam_[0].state.reset(static_cast<std::int32_t>(size));
    beam_[0].score = 0;
    candidates_.clear();
    size_ = 1;
    most_ = size > longest ? 1 : width;
}

void parse_beam::advance() {
    // Likeliest first, in the order noted where equal; there are a dozen at most.
    for (auto it = candidates_.begin(); it != candidates_.end(); ++it)
        std::rotate(std::upper_bound(candidates_.begin(), it, *it,
                                     [](const candidate& a, const candidate& b) { return a.score > b.score; }),
                    it, it + 1);
    const auto best = candidates_.front();
    if (size_ == 1 && (most_ == 1 || candidates_.size() == 1)) {
        beam_[0].state.apply(best.step);
        beam_[0].score = best.score;
        return candidates_.clear();
    }
    std::array<std::uint32_t, width> steps{};  // of each state that are still to come: the last one needs no copy
    for (const auto& it : candidates_) ++steps[it.parent];
    std::size_t taken = 0;
    for (const auto& it : candidates_) {
        if (taken == most_ || it.score < best.score - margin) break;
        auto& next = next_[taken];
        if (--steps[it.parent] == 0)
            std::swap(next.state, beam_[it.parent].state);
        else
            next.state = beam_[it.parent].state;
        next.state.apply(it.step);
        next.score = it.score;
        const bool is_new = std::none_of(next_.begin(), next_.begin() + static_cast<std::ptrdiff_t>(taken),
                                         [&](const hypothesis& other) { return other.state.same_place(next.state); });
        taken += is_new ? 1 : 0;
    }
    beam_.swap(next_);
    size_ = taken;
    candidates_.clear();
}

}  // namespace throughline::language
