// Greedy transition-based dependency parser.
#pragma once

#include "document/document.hpp"
#include "language/linear_model.hpp"
#include "language/parse_features.hpp"
#include "language/parse_state.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::language {

/// The transitions of a model in the order of its labels: shift, then every left arc, then every right arc.
class transition_table {
public:
    transition_table() = default;
    explicit transition_table(std::vector<transition> all);

    std::size_t size() const { return all_.size(); }
    transition operator[](std::size_t label) const { return all_[label]; }
    /// The label of a transition; size() when the table has none.
    std::size_t find(transition step) const;
    const std::vector<transition>& all() const { return all_; }

    /// The highest scoring label that the state allows. `Score` is a random-access sequence with a score a label.
    template <class Scores>
    std::size_t best(const parse_state& state, const Scores& scores) const {
        std::size_t winner = size();
        const auto consider = [&](std::size_t first, std::size_t last) {
            for (auto label = first; label < last; ++label)
                if (winner == size() || scores[label] > scores[winner]) winner = label;
        };
        if (state.can_shift()) consider(0, first_left_);
        if (state.can_left()) consider(first_left_, first_right_);
        if (state.can_right()) consider(first_right_, size());
        return winner;
    }

private:
    std::vector<transition> all_;
    std::size_t first_left_ = 0;
    std::size_t first_right_ = 0;
};

/// The one transition that a state leaves open whatever the scores: the first shift, and the arc from the root.
std::optional<transition> forced_transition(const parse_state& state);

class parser {
public:
    static constexpr std::uint32_t version = 1;

    /// Reads a model file in place; `clusters` must outlive the parser. Throws std::runtime_error when it is none of
    /// this version.
    parser(std::string_view model, const word_clusters& clusters);

    /// Sets head and relation of every token from forms and tags.
    void parse(document& doc) const;

private:
    struct workspace;
    void parse_sentence(document& doc, const sentence& it, workspace& space) const;

    const word_clusters& clusters_;
    transition_table transitions_;
    linear_model weights_;
};

}  // namespace throughline::language
