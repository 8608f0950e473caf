#include "entities/trainer/chain_perceptron.hpp"

#include <algorithm>
#include <limits>

namespace throughline::entities {

chain_perceptron::chain_perceptron(std::size_t features) : feature_(features) {}

chain_learner::label_weights chain_perceptron::average(const cell& values) const {
    label_weights result{};
    for (std::size_t l = 0; l < name_labels; ++l)
        result[l] = values.now[l] - static_cast<double>(values.weighted[l]) / static_cast<double>(step_);
    return result;
}

void chain_perceptron::change(cell& values, name_label label, std::int32_t by) {
    values.now[label] += by;
    values.weighted[label] += step_ * by;
}

void chain_perceptron::decode(std::span<const std::uint32_t> rows, std::size_t words) {
    best_.resize(words);
    from_.resize(words);
    labels_.resize(words);
    for (std::size_t at = 0; at < words; ++at) {
        weights now{};
        for (const std::uint32_t feature : rows.subspan(at * feature_count, feature_count)) {
            if (feature == feature_index::none) continue;
            const weights& add = feature_[feature].now;
            for (std::size_t l = 0; l < name_labels; ++l) now[l] += add[l];
        }
        for (std::size_t n = 0; n < name_labels; ++n) {
            std::int32_t top = std::numeric_limits<std::int32_t>::min();
            for (std::size_t p = 0; p < name_labels; ++p) {
                if (!may_follow(static_cast<name_label>(p), static_cast<name_label>(n))) continue;
                if (at == 0 && p != outside) continue;
                const std::int32_t score = (at > 0 ? best_[at - 1][p] : 0) + transition_[p].now[n];
                if (score > top) {
                    top = score;
                    from_[at][n] = static_cast<name_label>(p);
                }
            }
            constexpr std::int32_t impossible = -1'000'000'000;
            best_[at][n] = top < impossible / 2 ? impossible : top + now[n];
        }
    }
    const auto& last = best_[words - 1];
    labels_[words - 1] = static_cast<name_label>(std::max_element(last.begin(), last.end()) - last.begin());
    for (std::size_t at = words - 1; at > 0; --at) labels_[at - 1] = from_[at][labels_[at]];
}

double chain_perceptron::pass(std::span<const labelled_sentence> sentences, const feature_index& features,
                              std::span<const std::uint32_t> order) {
    std::size_t wrong = 0;
    for (const std::uint32_t s : order) {
        const auto& gold = sentences[s].labels;
        const auto rows = features.sentence(s);
        decode(rows, gold.size());
        for (std::size_t at = 0; at < gold.size(); ++at) {
            const name_label gold_before = at > 0 ? gold[at - 1] : outside;
            const name_label our_before = at > 0 ? labels_[at - 1] : outside;
            if (gold[at] != labels_[at] || gold_before != our_before) {
                change(transition_[gold_before], gold[at], 1);
                change(transition_[our_before], labels_[at], -1);
            }
            if (gold[at] == labels_[at]) continue;
            ++wrong;
            for (const std::uint32_t feature : rows.subspan(at * feature_count, feature_count)) {
                if (feature == feature_index::none) continue;
                change(feature_[feature], gold[at], 1);
                change(feature_[feature], labels_[at], -1);
            }
        }
        ++step_;
    }
    return static_cast<double>(wrong);
}

}  // namespace throughline::entities
