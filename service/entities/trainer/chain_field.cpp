#include "entities/trainer/chain_field.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace throughline::entities {
namespace {

constexpr float least_gradient = 1e-3F;  ///< words that the field is as good as sure of teach nothing
constexpr float transition_rate = 0.1F;
constexpr float transition_decay = 0.01F;  ///< share of a weight taken off at each of its steps

template <class Vector>
float normalise(Vector& values) {
    float sum = 0;
    for (const float value : values) sum += value;
    for (float& value : values) value /= sum;
    return sum;
}

}  // namespace

label_vector chain_field::transition(name_label previous) const {
    label_vector mean = transition_[previous].sum;
    for (float& weight : mean) weight /= static_cast<float>(samples_);
    return mean;
}

void chain_field::train(const feature_index& corpus) {
    std::vector<std::uint32_t> order(corpus.runs());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(20180320);
    const auto steps = static_cast<float>(order.size()) * static_cast<float>(options_.passes);
    float done = 0;
    for (std::uint32_t pass = 1; pass <= options_.passes; ++pass) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
        double loss = 0;
        for (const std::uint32_t run : order)
            loss += learn(corpus.run(run), options_.network.rate * (1 - done++ / steps));
        std::fprintf(stderr, "pass %u: %.3f\n", pass, loss / static_cast<double>(order.size()));
        if (pass < options_.first_sampled) continue;
        network_.sample();
        for (cell& it : transition_)
            for (std::size_t l = 0; l < name_labels; ++l) it.sum[l] += it.now[l];
        ++samples_;
    }
}

/// Turns scores and transitions into factors of probabilities.
void chain_field::weigh() {
    for (label_vector& scores : local_) {
        const float highest = *std::max_element(scores.begin(), scores.end());
        for (float& value : scores) value = std::exp(value - highest);
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
        label_vector& now = forward_[at];
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
    label_vector backward;
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
        label_vector expected;
        for (std::size_t l = 0; l < name_labels; ++l) expected[l] = forward_[at][l] * backward[l];
        normalise(expected);
        for (std::size_t l = 0; l < name_labels; ++l) gradient_[at][l] = (gold[at] == l ? 1.0F : 0.0F) - expected[l];
        label_vector reached;
        for (std::size_t n = 0; n < name_labels; ++n) reached[n] = local_[at][n] * backward[n];
        label_vector previous{};
        previous[outside] = 1;
        if (at > 0) previous = forward_[at - 1];
        label_vector next_backward{};
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

double chain_field::learn(const training_run& run, float rate) {
    network_.forward(run, local_);
    weigh();
    const double loss = expect(run.labels);
    for (std::size_t at = 0; at < run.labels.size(); ++at) {
        const bool sure = std::all_of(gradient_[at].begin(), gradient_[at].end(),
                                      [](float slope) { return std::abs(slope) < least_gradient; });
        if (!sure) network_.backward(at, gradient_[at], rate);
    }
    for (std::size_t p = 0; p < name_labels; ++p)
        for (std::size_t l = 0; l < name_labels; ++l) {
            cell& it = transition_[p];
            const float slope = follow_gradient_[p][l] - transition_decay * it.now[l];
            it.squares[l] += slope * slope;
            it.now[l] += transition_rate * slope / (std::sqrt(it.squares[l]) + 1e-6F);
        }
    return loss;
}

}  // namespace throughline::entities
