#include "language/parser.hpp"

#include "language/score_sums.hpp"
#include "language/word_info.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <string>

namespace throughline::language {

transition_table::transition_table(std::vector<transition> all) : all_(std::move(all)) {
    const auto first_of = [&](action kind) {
        return static_cast<std::size_t>(
            std::find_if(all_.begin(), all_.end(), [&](transition t) { return t.kind >= kind; }) - all_.begin());
    };
    first_left_ = first_of(action::left);
    first_right_ = first_of(action::right);
    if (first_left_ != 1 || first_right_ == first_left_ || first_right_ == size() || size() > most)
        throw std::runtime_error("a parser's model has a wrong set of transitions");
}

std::size_t transition_table::find(transition step) const {
    return static_cast<std::size_t>(std::find(all_.begin(), all_.end(), step) - all_.begin());
}

std::optional<transition> forced_transition(const parse_state& state) {
    if (state.stack_size() == 0) return transition{action::shift, deprel::dep};
    if (!state.can_shift() && state.stack_size() == 1) return transition{action::left, deprel::root};
    return std::nullopt;
}

struct parser::workspace {
    std::vector<parse_word> words;
    parse_beam beam;
    /// The rows that are on for each state of the beam.
    std::array<std::array<std::uint32_t, parse_features::most_rows>, parse_beam::width> row_space;
    std::array<std::span<const std::uint32_t>, parse_beam::width> rows;
    network::hidden layer;
    std::array<std::int32_t, transition_table::most> scores;
    std::string buffer;
};

parser::parser(std::string_view model, const word_clusters& clusters) : clusters_(clusters) {
    const model_file file(model, version);
    std::vector<transition> all;
    for (const auto packed : file.section<std::uint16_t>("transitions"))
        all.push_back({static_cast<action>(packed >> 8), static_cast<deprel>(packed & 255)});
    transitions_ = transition_table(std::move(all));
    vocabulary_ = parse_vocabulary(file);
    features_ = parse_features(vocabulary_.sizes());
    network_ = network(file, "arcs");
    if (network_.rows() != features_.rows() || network_.outputs() != output_of_label(transitions_.size()))
        throw std::runtime_error("a parser's network does not fit its features");
}

void parser::parse(document& doc) const {
    workspace space;
    for (const auto& it : doc.sentences) parse_sentence(doc, it, space);
}

/// The relation that fits an arc best; takes the logarithm of its share among the arc's relations off `log_share` when
/// that is asked for.
transition parser::best_arc(workspace& space, action kind, float* log_share) const {
    const auto [first, last] = transitions_.of(kind);
    const auto scores = std::span(space.scores).first(last - first);
    network_.score(space.layer, output_of_label(first), scores);
    const auto best = first_largest(scores);
    if (log_share != nullptr) *log_share -= log_of_sum(scores, scores[best], network_.unit());
    return transitions_[first + best];
}

/// Adds the steps that are worth following from the beam's states. The rows of all are asked for before those of the
/// first are read, so that the waits for memory overlap.
void parser::expand_all(workspace& space) const {
    const auto states = static_cast<std::uint32_t>(space.beam.size());
    for (std::uint32_t i = 0; i < states; ++i) {
        if (forced_transition(space.beam.state(i))) continue;
        space.rows[i] = features_.extract(space.beam.state(i), space.words, space.row_space[i]);
        network_.prefetch(space.rows[i]);
    }
    for (std::uint32_t i = 0; i < states; ++i) expand(space, i);
}

/// Adds the steps that are worth following from one state of the beam, whose rows are known.
void parser::expand(workspace& space, std::uint32_t parent) const {
    const auto& state = space.beam.state(parent);
    if (const auto forced = forced_transition(state)) return space.beam.add(parent, *forced, 0);
    network_.activate(space.rows[parent], space.layer);
    std::array<std::int32_t, 3> scores;
    network_.score(space.layer, 0, scores);
    const std::array<bool, 3> allowed{state.can_shift(), state.can_left(), state.can_right()};
    for (std::size_t a = 0; a < 3; ++a)
        if (!allowed[a]) scores[a] = std::numeric_limits<std::int32_t>::min() / 2;
    const auto most = *std::max_element(scores.begin(), scores.end());
    const auto least = most - static_cast<std::int32_t>(parse_beam::margin / network_.unit());
    const bool clear = std::count_if(scores.begin(), scores.end(), [&](auto score) { return score >= least; }) == 1;
    const bool alone = clear && space.beam.size() == 1;  // nothing to compare it with
    const auto all = alone ? 0 : log_of_sum(scores, most, network_.unit());
    for (std::size_t a = 0; a < 3; ++a) {
        if (scores[a] < least) continue;
        auto log_share = static_cast<float>(scores[a] - most) * network_.unit() - all;
        const auto kind = static_cast<action>(a);
        const auto step = kind == action::shift ? transitions_[0] : best_arc(space, kind, alone ? nullptr : &log_share);
        space.beam.add(parent, step, log_share);
    }
}

void parser::parse_sentence(document& doc, const sentence& it, workspace& space) const {
    space.words.clear();
    for (auto i = it.tokens.first; i < it.tokens.last; ++i) {
        const auto& token = doc.tokens[i];
        const auto lower = hash_of_lower(doc.word(i), space.buffer);
        space.words.push_back(
            vocabulary_.describe(vocabulary_.form(lower), clusters_.find(lower), token.pos, token.penn));
    }
    space.words.push_back(parse_vocabulary::root());
    auto& beam = space.beam;
    for (beam.reset(it.tokens.size()); !beam.state(0).finished(); beam.advance()) expand_all(space);
    const auto& state = beam.state(0);
    for (std::uint32_t i = 0; i < it.tokens.size(); ++i) {
        const auto& node = state.node(static_cast<std::int32_t>(i));
        auto& token = doc.tokens[it.tokens.first + i];
        token.relation = node.relation;
        token.head =
            node.head == state.size() ? token::no_head : it.tokens.first + static_cast<std::uint32_t>(node.head);
    }
}

}  // namespace throughline::language
