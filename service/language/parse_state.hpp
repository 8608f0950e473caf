// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): projective trees in 2n transitions.
#pragma once

#include "document/tagset.hpp"

#include <cstdint>
#include <vector>

namespace throughline::language {

enum class action : std::uint8_t {
    shift,  ///< the buffer's first word goes on the stack
    left,   ///< the stack's top becomes a dependent of the buffer's first word
    right   ///< the stack's top becomes a dependent of the word below it
};

/// An action and, for arcs, the relation they set.
struct transition {
    action kind = action::shift;
    deprel relation = deprel::dep;

    bool operator==(const transition&) const = default;
};

/// What is known of one word during a parse.
struct parse_node {
    std::int32_t head = none;
    deprel relation = deprel::dep;
    std::uint8_t left_count = 0;           ///< dependents before the word, counted up to 7
    std::uint8_t right_count = 0;          ///< dependents after the word
    std::int32_t left[2] = {none, none};   ///< the leftmost dependent and the one after it
    std::int32_t right[2] = {none, none};  ///< the rightmost dependent and the one before it
    std::uint64_t left_relations = 0;      ///< set of the dependents' relations, a bit each
    std::uint64_t right_relations = 0;

    static constexpr std::int32_t none = -1;
};

/// Words are numbered from 0; number `size` is the artificial root, which stands behind the last word.
class parse_state {
public:
    /// Ready to parse a sentence of `size` words; keeps its memory.
    void reset(std::int32_t size);

    bool finished() const { return next_ == size_ && stack_.empty(); }
    bool can_shift() const { return next_ < size_; }
    bool can_left() const { return !stack_.empty() && (next_ < size_ || stack_.size() == 1); }
    bool can_right() const { return stack_.size() > 1; }
    void apply(transition step);

    std::int32_t size() const { return size_; }
    /// The i-th word from the stack's top or the buffer's begin; none when there is no such word.
    std::int32_t stack(std::size_t i) const {
        return i < stack_.size() ? stack_[stack_.size() - 1 - i] : parse_node::none;
    }
    std::int32_t buffer(std::int32_t i) const { return next_ + i <= size_ ? next_ + i : parse_node::none; }
    /// Whether the same words stand on the stack and in the buffer.
    bool same_place(const parse_state& other) const { return next_ == other.next_ && stack_ == other.stack_; }
    std::size_t stack_size() const { return stack_.size(); }
    const parse_node& node(std::int32_t word) const { return nodes_[static_cast<std::size_t>(word)]; }

private:
    void add_arc(std::int32_t head, std::int32_t dependent, deprel relation);

    std::vector<parse_node> nodes_;
    std::vector<std::int32_t> stack_;
    std::int32_t next_ = 0;
    std::int32_t size_ = 0;
};

}  // namespace throughline::language
