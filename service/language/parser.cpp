#include "language/parser.hpp"

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
    if (first_left_ != 1 || first_right_ == first_left_ || first_right_ == size() || size() > 128)
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
    parse_state state;
    std::array<std::uint32_t, parse_features::most_rows> rows;
    network::hidden layer;
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

transition parser::decide(workspace& space) const {
    const auto& state = space.state;
    network_.activate(features_.extract(state, space.words, space.rows), space.layer);
    std::int32_t most = std::numeric_limits<std::int32_t>::min();
    auto chosen = action::shift;
    const auto consider = [&](action kind, bool allowed) {
        if (!allowed) return;
        const auto score = network_.score(space.layer, output_of(kind));
        if (score > most) most = score, chosen = kind;
    };
    consider(action::shift, state.can_shift());
    consider(action::left, state.can_left());
    consider(action::right, state.can_right());
    auto [label, last] = transitions_.of(chosen);
    if (chosen == action::shift) return transitions_[label];
    auto best = label;
    most = std::numeric_limits<std::int32_t>::min();
    for (; label < last; ++label) {
        const auto score = network_.score(space.layer, output_of_label(label));
        if (score > most) most = score, best = label;
    }
    return transitions_[best];
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
    auto& state = space.state;
    state.reset(static_cast<std::int32_t>(it.tokens.size()));
    while (!state.finished()) {
        auto step = forced_transition(state);
        if (!step) step = decide(space);
        state.apply(*step);
    }
    for (std::uint32_t i = 0; i < it.tokens.size(); ++i) {
        const auto& node = state.node(static_cast<std::int32_t>(i));
        auto& token = doc.tokens[it.tokens.first + i];
        token.relation = node.relation;
        token.head =
            node.head == state.size() ? token::no_head : it.tokens.first + static_cast<std::uint32_t>(node.head);
    }
}

}  // namespace throughline::language
