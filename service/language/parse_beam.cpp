#include "language/parse_beam.hpp"

#include <algorithm>

namespace throughline::language {

void parse_beam::reset(std::size_t size) {
    beam_[0].state.reset(static_cast<std::int32_t>(size));
    beam_[0].score = 0;
    candidates_.clear();
    size_ = 1;
    most_ = size > longest ? 1 : width;
}

void parse_beam::advance() {
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const candidate& a, const candidate& b) { return a.score > b.score; });
    const auto best = candidates_.front();
    if (size_ == 1 && (most_ == 1 || candidates_.size() == 1)) {
        beam_[0].state.apply(best.step);
        beam_[0].score = best.score;
        return candidates_.clear();
    }
    std::size_t taken = 0;
    for (const auto& it : candidates_) {
        if (taken == most_ || it.score < best.score - margin) break;
        auto& next = next_[taken];
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
