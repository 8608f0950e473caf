#include "language/parse_state.hpp"

namespace throughline::language {

void parse_state::reset(std::int32_t size) {
    nodes_.assign(static_cast<std::size_t>(size) + 1, {});
    stack_.clear();
    next_ = 0;
    size_ = size;
}

void parse_state::apply(transition step) {
    if (step.kind == action::shift) {
        stack_.push_back(next_++);
        return;
    }
    const auto dependent = stack_.back();
    stack_.pop_back();
    add_arc(step.kind == action::left ? next_ : stack_.back(), dependent, step.relation);
}

void parse_state::add_arc(std::int32_t head, std::int32_t dependent, deprel relation) {
    auto& below = nodes_[static_cast<std::size_t>(dependent)];
    below.head = head;
    below.relation = relation;
    auto& above = nodes_[static_cast<std::size_t>(head)];
    const auto bit = std::uint64_t{1} << static_cast<unsigned>(relation);
    // Arcs of one side are made from the head outwards, so the newest is the outermost.
    if (dependent < head) {
        above.left[1] = above.left[0];
        above.left[0] = dependent;
        above.left_relations |= bit;
        if (above.left_count < 7) ++above.left_count;
    } else {
        above.right[1] = above.right[0];
        above.right[0] = dependent;
        above.right_relations |= bit;
        if (above.right_count < 7) ++above.right_count;
    }
}

}  // namespace throughline::language
