// Transition-based dependency parser with a small beam.
#pragma once

#include "document/document.hpp"
#include "language/feed_forward.hpp"
#include "language/parse_beam.hpp"
#include "language/parse_features.hpp"
#include "language/parse_state.hpp"
#include "language/parse_vocabulary.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::language {

/// The transitions of a model in the order of its labels: shift, then every left arc, then every right arc.
class transition_table {
public:
    static constexpr std::size_t most = 128;  ///< transitions that a model can have

    transition_table() = default;
    explicit transition_table(std::vector<transition> all);

    std::size_t size() const { return all_.size(); }
    transition operator[](std::size_t label) const { return all_[label]; }
    /// The label of a transition; size() when the table has none.
    std::size_t find(transition step) const;
    const std::vector<transition>& all() const { return all_; }

    /// The labels of an action: a range [first, last).
    std::pair<std::size_t, std::size_t> of(action kind) const {
        if (kind == action::shift) return {0, first_left_};
        return kind == action::left ? std::pair{first_left_, first_right_} : std::pair{first_right_, size()};
    }

private:
    std::vector<transition> all_;
    std::size_t first_left_ = 0;
    std::size_t first_right_ = 0;
};

constexpr std::size_t parser_width = 128;  // hidden units

/// The outputs of the parser's network: the three actions, then the relations of the arcs in the order of the
/// transitions. A relation is only asked for when its arc is made.
constexpr std::size_t output_of(action kind) { return static_cast<std::size_t>(kind); }
constexpr std::size_t output_of_label(std::size_t label) { return label + 2; }

/// The one transition that a state leaves open whatever the scores: the first shift, and the arc from the root.
std::optional<transition> forced_transition(const parse_state& state);

class parser {
public:
    static constexpr std::uint32_t version = 2;
    using network = feed_forward<parser_width>;

    /// Reads a model file in place; `clusters` must outlive the parser. Throws std::runtime_error when it is none of
    /// this version.
    parser(std::string_view model, const word_clusters& clusters);

    /// Sets head and relation of every token from forms and tags.
    void parse(document& doc) const;

private:
    struct workspace;
    void parse_sentence(document& doc, const sentence& it, workspace& space) const;
    void expand_all(workspace& space) const;
    void expand(workspace& space, std::uint32_t parent) const;
    transition best_arc(workspace& space, action kind, float* log_share) const;

    const word_clusters& clusters_;
    transition_table transitions_;
    parse_vocabulary vocabulary_;
    parse_features features_;
    network network_;
};

}  // namespace throughline::language
