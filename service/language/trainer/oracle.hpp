// Which transitions lose no arc of a gold tree.
#pragma once

#include "language/parse_state.hpp"

#include <array>
#include <span>

namespace throughline::language {

/// For shift, left and right, in the order of `action`: how many gold arcs the action puts out of reach (Goldberg and
/// Nivre 2013). `heads` has the gold head of every word, the sentence's size for the root word. Actions that the state
/// does not allow have a cost above any other.
std::array<int, 3> transition_costs(const parse_state& state, std::span<const std::int32_t> heads);

}  // namespace throughline::language
