#include "entities/trainer/chain_field.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::entities {
namespace {

constexpr float least_gradient = 1e-3F;  ///< words that the field is as good as sure of teach nothing

template <class Vector>
float normalise(Vector& values) {
    float sum = 0;
    for (const float value : values) sum += value;
    for (float& value : values) value /= sum;
    return sum;
}

}  // namespace

chain_field::chain_field(std::size_t features, const field_options& options) : options_(options), feature_(features) {}

chain_field::label_weights chain_field::average(const cell& values) const {
    label_weights result{};
    for (std::size_t l = 0; l < name_labels; ++l)
        result[l] = passes_ > 1 ? static_cast<double>(values.sum[l]) / (passes_ - 1) : values.now[l];
    return result;
}

void chain_field::choose_features(const training_run& run) {
    const auto limit = static_cast<std::uint64_t>(static_cast<double>(options_.keep) * 0x1p32);
    chosen_.clear();
    chosen_begin_.assign(1, 0);
    for (std::size_t at = 0; at < run.labels.size(); ++at) {
        for (const std::uint32_t feature : run.features.subspan(at * feature_count, feature_count))
            if (feature != feature_index::none && random_() < limit) chosen_.push_back(feature);
        chosen_begin_.push_back(chosen_.size());
    }
}

void chain_field::score(const training_run& run) {
    const std::size_t words = run.labels.size();
    local_.assign(words, {});
    highest_.assign(words, 0);
    for (std::size_t at = 0; at < words; ++at) {
        vector& now = local_[at];
        for (std::size_t i = chosen_begin_[at]; i < chosen_begin_[at + 1]; ++i) {
            const vector& add = feature_[chosen_[i]].now;
            for (std::size_t l = 0; l < name_labels; ++l) now[l] += add[l];
        }
        for (float& value : now) value /= options_.keep;
        highest_[at] = *std::max_element(now.begin(), now.end());
        for (float& value : now) value = std::exp(value - highest_[at]);
    }
    for (std::size_t p = 0; p < name_labels; ++p)
        for (std::size_t n = 0; n < name_labels; ++n) {
            const bool can_be = may_follow(static_cast<name_label>(p), static_cast<name_label>(n));
            follows_[p][n] = can_be ? std::exp(transition_[p].now[n]) : 0;
        }
}

/// Forward and backward pass. Leaves gold less expected counts in gradient_ and those of transitions in
/// follow_gradient_; returns the negative log-likelihood of the gold labels.
double chain_field::expect(std::span<const name_label> gold) {
    const std::size_t words = gold.size();
    forward_.assign(words, {});
    gradient_.assign(words, {});
    follow_gradient_ = {};
    double log_total = 0;
    double log_gold = 0;
    for (std::size_t at = 0; at < words; ++at) {
        vector& now = forward_[at];
        if (at == 0)
            now = follows_[outside];
        else
            for (std::size_t p = 0; p < name_labels; ++p)
                for (std::size_t n = 0; n < name_labels; ++n) now[n] += forward_[at - 1][p] * follows_[p][n];
        for (std::size_t n = 0; n < name_labels; ++n) now[n] *= local_[at][n];
        log_total += std::log(static_cast<double>(normalise(now)));
        const name_label before = at > 0 ? gold[at - 1] : outside;
        log_gold += std::log(static_cast<double>(local_[at][gold[at]])) + transition_[before].now[gold[at]];
    }
    vector backward;
    float closing = 0;
    for (std::size_t l = 0; l < name_labels; ++l) {
        backward[l] = follows_[l][outside];
        closing += forward_.back()[l] * backward[l];
    }
    log_total += std::log(static_cast<double>(closing));
    log_gold += transition_[gold.back()].now[outside];
    for (std::size_t l = 0; l < name_labels; ++l)
        follow_gradient_[l][outside] -= forward_.back()[l] * backward[l] / closing;
    follow_gradient_[gold.back()][outside] += 1;
    for (std::size_t at = words; at-- > 0;) {
        vector expected;
        for (std::size_t l = 0; l < name_labels; ++l) expected[l] = forward_[at][l] * backward[l];
        normalise(expected);
        for (std::size_t l = 0; l < name_labels; ++l) gradient_[at][l] = (gold[at] == l ? 1.0F : 0.0F) - expected[l];
        vector reached;
        for (std::size_t n = 0; n < name_labels; ++n) reached[n] = local_[at][n] * backward[n];
        vector previous{};
        previous[outside] = 1;
        if (at > 0) previous = forward_[at - 1];
        vector next_backward{};
        float total = 0;
        for (std::size_t p = 0; p < name_labels; ++p) {
            for (std::size_t n = 0; n < name_labels; ++n) next_backward[p] += follows_[p][n] * reached[n];
            total += previous[p] * next_backward[p];
        }
        for (std::size_t p = 0; p < name_labels; ++p)
            for (std::size_t n = 0; n < name_labels; ++n)
                follow_gradient_[p][n] -= previous[p] * follows_[p][n] * reached[n] / total;
        follow_gradient_[at > 0 ? gold[at - 1] : outside][gold[at]] += 1;
        normalise(next_backward);
        backward = next_backward;
    }
    return log_total - log_gold;
}

void chain_field::learn(cell& values, const vector& gradient) const {
    for (std::size_t l = 0; l < name_labels; ++l) {
        const float slope = gradient[l] - options_.decay * values.now[l];
        values.squares[l] += slope * slope;
        values.now[l] += options_.rate * slope / (std::sqrt(values.squares[l]) + 1e-6F);
    }
}

void chain_field::learn_run(std::size_t words) {
    for (std::size_t at = 0; at < words; ++at) {
        const bool sure = std::all_of(gradient_[at].begin(), gradient_[at].end(),
                                      [](float slope) { return std::abs(slope) < least_gradient; });
        if (sure) continue;
        for (std::size_t i = chosen_begin_[at]; i < chosen_begin_[at + 1]; ++i)
            learn(feature_[chosen_[i]], gradient_[at]);
    }
    for (std::size_t p = 0; p < name_labels; ++p) learn(transition_[p], follow_gradient_[p]);
}

double chain_field::pass(const feature_index& corpus, std::span<const std::uint32_t> order) {
    double loss = 0;
    for (const std::uint32_t r : order) {
        const training_run run = corpus.run(r);
        choose_features(run);
        score(run);
        loss += expect(run.labels);
        learn_run(run.labels.size());
    }
    const auto add = [](cell& values) {
        for (std::size_t l = 0; l < name_labels; ++l) values.sum[l] += values.now[l];
    };
    if (passes_++ > 0) {
        std::for_each(feature_.begin(), feature_.end(), add);
        std::for_each(transition_.begin(), transition_.end(), add);
    }
    return loss / static_cast<double>(order.size());
}

}  // namespace throughline::entities
