#include "language/trainer/train_parser.hpp"

#include "language/parser.hpp"
#include "language/trainer/network.hpp"
#include "language/trainer/oracle.hpp"
#include "language/trainer/parse_examples.hpp"
#include "language/trainer/shuffle.hpp"
#include "language/trainer/softmax.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <limits>

namespace throughline::language {
namespace {

constexpr int epochs = 12;
constexpr int first_exploring_epoch = 1;
constexpr int first_sampled_epoch = 8;
constexpr double exploration = 0.9;  // share of wrong decisions that are followed
constexpr float first_rate = 0.05F;  // falls to nothing in even steps
constexpr float dropout = 0.3F;

class training {
public:
    explicit training(parse_examples& data)
        : data_(data),
          features_(data.sizes()),
          network_(parser_width, data.tie(features_), output_of_label(data.transitions().size()), 29) {}

    void run() {
        random_source random(31);
        const auto steps = static_cast<float>(epochs) * static_cast<float>(data_.examples().size());
        float done = 0;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            shuffle(data_.examples(), random);
            mistakes_ = 0;
            std::size_t seen = 0;
            for (const auto& e : data_.examples()) {
                rate_ = first_rate * (1 - done++ / steps);
                learn(e, epoch >= first_exploring_epoch, random);
                if (epoch >= first_sampled_epoch && ++seen % (data_.examples().size() / 4 + 1) == 0) network_.sample();
            }
            std::cerr << "parser: epoch " << epoch + 1 << ", " << mistakes_ << " mistakes\n";
        }
        network_.sample();
    }

    void write(model_writer& out) const { network_.write(out, "arcs"); }

private:
    void learn(const parse_example& e, bool explores, random_source& random) {
        data_.hide_words(e, random, words_);
        state_.reset(static_cast<std::int32_t>(e.heads.size()));
        while (!state_.finished()) {
            auto step = forced_transition(state_);
            if (!step) step = decide(e, explores, random);
            state_.apply(*step);
        }
    }

    transition decide(const parse_example& e, bool explores, random_source& random) {
        network_.forward(features_.extract(state_, words_, rows_), dropout);
        const auto costs = transition_costs(state_, e.heads);
        const int least = *std::min_element(costs.begin(), costs.end());
        std::array<float, 3> share{};
        const std::array<bool, 3> allowed{state_.can_shift(), state_.can_left(), state_.can_right()};
        for (std::size_t a = 0; a < 3; ++a)
            share[a] = allowed[a] ? network_.score(a) : -std::numeric_limits<float>::infinity();
        const auto predicted = softmax(share);
        float right = 0;
        std::size_t best = 3;
        for (std::size_t a = 0; a < 3; ++a) {
            if (costs[a] != least) continue;
            right += share[a];
            if (best == 3 || share[a] > share[best]) best = a;
        }
        for (std::size_t a = 0; a < 3; ++a)
            if (allowed[a]) network_.blame(a, share[a] - (costs[a] == least ? share[a] / std::max(right, 1e-6F) : 0));
        mistakes_ += costs[predicted] != least;
        const bool follows = costs[predicted] == least || (explores && random.fraction() < exploration);
        const auto kind = static_cast<action>(follows ? predicted : best);
        auto step = transition{kind, deprel::dep};
        if (kind != action::shift)
            step.relation = learn_relation(e, kind);
        else if (static_cast<action>(best) != action::shift)
            learn_relation(e, static_cast<action>(best));
        network_.backward(rate_);
        return step;
    }

    /// Compares the relations that the network gives an arc with the dependent's own; returns the one to go on with.
    deprel learn_relation(const parse_example& e, action kind) {
        const auto top = static_cast<std::size_t>(state_.stack(0));
        const auto [first, last] = data_.transitions().of(kind);
        const auto gold = data_.label(kind, e.relations[top]);
        share_.clear();
        for (auto label = first; label < last; ++label) share_.push_back(network_.score(output_of_label(label)));
        const auto best = softmax(share_);
        for (std::size_t i = 0; i < share_.size(); ++i)
            network_.blame(output_of_label(first + i), share_[i] - (first + i == gold ? 1.0F : 0.0F));
        return data_.transitions()[first + best].relation;
    }

    parse_examples& data_;
    parse_features features_;
    network network_;
    std::array<std::uint32_t, parse_features::most_rows> rows_;
    std::vector<parse_word> words_;
    std::vector<float> share_;
    parse_state state_;
    float rate_ = 0;
    std::size_t mistakes_ = 0;
};

}  // namespace

model_writer train_parser(const std::vector<gold_sentence>& trees, const word_clusters& clusters) {
    model_writer out(parser::version);
    parse_examples data(trees, clusters, out);
    training it(data);
    it.run();
    it.write(out);
    return out;
}

}  // namespace throughline::language
