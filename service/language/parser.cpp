#include "language/parser.hpp"

#include "language/word_info.hpp"

#include <algorithm>
#include <array>
#include <cmath>
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

namespace {

/// The logarithm of the sum of exponentials, over the largest score `most`.
float log_of_sum(std::span<const float> scores, float most) {
    constexpr float negligible = 10;
    float sum = 0;
    for (const auto score : scores)
        if (score > most - negligible) sum += std::exp(score - most);
    return std::log(sum);
}

}  // namespace

struct parser::workspace {
    std::vector<parse_word> words;
    parse_beam beam;
    std::array<std::uint32_t, parse_features::most_rows> rows;
    network::hidden layer;
    std::array<float, transition_table::most> scores;
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

/// The relation that fits an arc best; adds the logarithm of its share among the arc's relations to `log_share`.
transition parser::best_arc(workspace& space, action kind, float& log_share) const {
    const auto [first, last] = transitions_.of(kind);
    auto best = first;
    float most = std::numeric_limits<float>::lowest();
    for (auto label = first; label < last; ++label) {
        const auto score = static_cast<float>(network_.score(space.layer, output_of_label(label))) * network_.unit();
        space.scores[label] = score;
        if (score > most) most = score, best = label;
    }
    log_share -= log_of_sum(std::span(space.scores).subspan(first, last - first), most);
    return transitions_[best];
}

/// Adds the steps that are worth following from one state of the beam.
void parser::expand(workspace& space, std::uint32_t parent) const {
    const auto& state = space.beam.state(parent);
    if (const auto forced = forced_transition(state)) return space.beam.add(parent, *forced, 0);
    network_.activate(features_.extract(state, space.words, space.rows), space.layer);
    const std::array<bool, 3> allowed{state.can_shift(), state.can_left(), state.can_right()};
    std::array<float, 3> scores;
    for (std::size_t a = 0; a < 3; ++a)
        scores[a] = allowed[a] ? static_cast<float>(network_.score(space.layer, a)) * network_.unit()
                               : -std::numeric_limits<float>::infinity();
    const auto most = *std::max_element(scores.begin(), scores.end());
    const auto all = most + log_of_sum(scores, most);
    for (std::size_t a = 0; a < 3; ++a) {
        if (scores[a] < most - parse_beam::margin) continue;
        auto log_share = scores[a] - all;
        const auto kind = static_cast<action>(a);
        const auto step = kind == action::shift ? transitions_[0] : best_arc(space, kind, log_share);
        space.beam.add(parent, step, log_share);
    }
}

void parser::parse_sentence(document& doc, const sentence& it, workspace& space) const {
    space.words.clear();
    for (auto i = it.tokens.first; i < it.tokens.last; ++i) {
        const auto& token = doc.tokens[i];
        const auto lower = describe(doc.word(i), space.buffer).lower;
        space.words.push_back(
            vocabulary_.describe(vocabulary_.form(lower), clusters_.find(lower), token.pos, token.penn));
    }
    space.words.push_back(parse_vocabulary::root());
    auto& beam = space.beam;
    for (beam.reset(it.tokens.size()); !beam.state(0).finished(); beam.advance())
        for (std::uint32_t i = 0; i < beam.size(); ++i) expand(space, i);
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
