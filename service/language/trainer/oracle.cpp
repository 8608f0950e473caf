#include "language/trainer/oracle.hpp"

#include <limits>

namespace throughline::language {

std::array<int, 3> transition_costs(const parse_state& state, std::span<const std::int32_t> heads) {
    constexpr int forbidden = std::numeric_limits<int>::max();
    std::array<int, 3> costs{forbidden, forbidden, forbidden};
    const auto top = state.stack(0), below = state.stack(1), next = state.buffer(0);
    const auto head_of = [&](std::int32_t word) { return heads[static_cast<std::size_t>(word)]; };
    int dependents_ahead = 0;  // of the top, in the buffer
    if (top != parse_node::none)
        for (auto word = next; word < state.size(); ++word) dependents_ahead += head_of(word) == top;
    if (state.can_left()) {
        const bool head_lost = head_of(top) == below || head_of(top) > next;
        costs[1] = dependents_ahead + (head_lost ? 1 : 0);
    }
    if (state.can_right()) costs[2] = dependents_ahead + (head_of(top) >= next ? 1 : 0);
    if (state.can_shift()) {
        int lost = 0;
        for (std::size_t i = 0; i < state.stack_size(); ++i) {
            lost += head_of(state.stack(i)) == next;
            if (i > 0) lost += head_of(next) == state.stack(i);
        }
        costs[0] = lost;
    }
    return costs;
}

}  // namespace throughline::language
