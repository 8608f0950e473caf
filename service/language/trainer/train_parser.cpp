#include "language/trainer/train_parser.hpp"

#include "language/parser.hpp"
#include "language/trainer/oracle.hpp"
#include "language/trainer/perceptron.hpp"
#include "language/trainer/shuffle.hpp"
#include "language/word_info.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <limits>
#include <map>

namespace throughline::language {
namespace {

constexpr int epochs = 6;
constexpr int first_exploring_epoch = 1;
constexpr double exploration = 0.9;  // share of wrong decisions that are followed
constexpr float margin = 50;         // by which the right transition must win to be left alone
constexpr std::uint32_t fewest_of_feature = 2;
constexpr std::size_t most_weights = 2100000;

struct example {
    std::vector<parse_word> words;
    std::vector<std::int32_t> heads;
    std::vector<deprel> relations;
};

class training {
public:
    training(const std::vector<gold_sentence>& trees, const word_clusters& clusters) {
        std::map<std::pair<action, deprel>, std::size_t> counts;
        counts[{action::shift, deprel::dep}] = 1;
        std::string buffer;
        for (const auto& s : trees) {
            example e;
            const auto size = static_cast<std::int32_t>(s.words.size());
            for (std::int32_t i = 0; i < size; ++i) {
                const auto& w = s.words[static_cast<std::size_t>(i)];
                const auto lower = describe(w.form, buffer).lower;
                e.words.push_back(make_parse_word(lower, clusters.find(lower), *w.pos, *w.penn));
                e.heads.push_back(w.head < 0 ? size : w.head);
                e.relations.push_back(w.relation);
                ++counts[{e.heads.back() > i ? action::left : action::right, w.relation}];
            }
            e.words.push_back(root_word());
            examples_.push_back(std::move(e));
        }
        std::vector<transition> all;
        for (const auto& [step, count] : counts) all.push_back({step.first, step.second});
        transitions_ = transition_table(std::move(all));
    }

    model_writer run() {
        random_source random(29);
        for (const auto& e : examples_) count(e);
        model_.seal();
        for (int epoch = 0; epoch < epochs; ++epoch) {
            shuffle(examples_, random);
            mistakes_ = 0;
            for (const auto& e : examples_) learn(e, epoch >= first_exploring_epoch, random);
            std::cerr << "parser: epoch " << epoch + 1 << ", " << mistakes_ << " mistakes\n";
        }
        model_writer out(parser::version);
        std::vector<std::uint16_t> packed;
        for (const auto step : transitions_.all())
            packed.push_back(static_cast<std::uint16_t>(static_cast<unsigned>(step.kind) << 8 |
                                                        static_cast<unsigned>(step.relation)));
        out.add("transitions", packed);
        model_.write(out, "arcs", most_weights);
        return out;
    }

private:
    /// The right transition of a kind: the arc it makes has the dependent's gold relation.
    std::size_t gold_label(const example& e, const parse_state& state, action kind) const {
        if (kind == action::shift) return transitions_.find({action::shift, deprel::dep});
        const auto relation = e.relations[static_cast<std::size_t>(state.stack(0))];
        const auto label = transitions_.find({kind, relation});
        return label < transitions_.size() ? label : transitions_.find({kind, deprel::dep});
    }

    /// The cheapest actions' labels.
    std::vector<std::size_t>& right_labels(const example& e, const parse_state& state) {
        const auto costs = transition_costs(state, e.heads);
        const auto least = *std::min_element(costs.begin(), costs.end());
        right_.clear();
        for (const auto kind : {action::shift, action::left, action::right})
            if (costs[static_cast<std::size_t>(kind)] == least) right_.push_back(gold_label(e, state, kind));
        return right_;
    }

    void count(const example& e) {
        state_.reset(static_cast<std::int32_t>(e.heads.size()));
        while (!state_.finished()) {
            auto step = forced_transition(state_);
            if (!step) {
                extract_parse_features(state_, e.words, features_);
                model_.count(features_.values());
                step = transitions_[right_labels(e, state_).back()];
            }
            state_.apply(*step);
        }
    }

    void learn(const example& e, bool explores, random_source& random) {
        state_.reset(static_cast<std::int32_t>(e.heads.size()));
        while (!state_.finished()) {
            auto step = forced_transition(state_);
            if (!step) step = transitions_[decide(e, explores, random)];
            state_.apply(*step);
        }
    }

    std::size_t decide(const example& e, bool explores, random_source& random) {
        extract_parse_features(state_, e.words, features_);
        scores_.fill(0);
        model_.score(features_.values(), scores_);
        model_.tick();
        const auto predicted = transitions_.best(state_, scores_);
        const auto& right = right_labels(e, state_);
        const auto best =
            *std::max_element(right.begin(), right.end(), [&](auto a, auto b) { return scores_[a] < scores_[b]; });
        const bool is_right = std::find(right.begin(), right.end(), predicted) != right.end();
        mistakes_ += !is_right;
        const auto rival = is_right ? best_but(right) : predicted;
        if (rival < transitions_.size() && scores_[best] - scores_[rival] < margin) {
            model_.update(features_.values(), static_cast<unsigned>(best), 1);
            model_.update(features_.values(), static_cast<unsigned>(rival), -1);
        }
        if (is_right) return predicted;
        return explores && random.fraction() < exploration ? predicted : best;
    }

    /// The highest scoring allowed transition that is not right; size() when there is none.
    std::size_t best_but(const std::vector<std::size_t>& right) {
        auto others = scores_;
        for (const auto label : right) others[label] = -std::numeric_limits<float>::infinity();
        const auto label = transitions_.best(state_, others);
        return std::isinf(others[label]) ? transitions_.size() : label;
    }

    std::vector<example> examples_;
    transition_table transitions_;
    perceptron model_{fewest_of_feature};
    feature_list features_;
    parse_state state_;
    std::vector<std::size_t> right_;
    std::array<float, 128> scores_{};
    std::size_t mistakes_ = 0;
};

}  // namespace

model_writer train_parser(const std::vector<gold_sentence>& trees, const word_clusters& clusters) {
    return training(trees, clusters).run();
}

}  // namespace throughline::language
