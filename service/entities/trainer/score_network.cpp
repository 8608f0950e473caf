#include "entities/trainer/score_network.hpp"

#include <cmath>

namespace throughline::entities {
namespace {

constexpr float feature_spread = 0.03F;  // of the weights at the beginning
constexpr float label_spread = 0.1F;
constexpr float first_square = 1e-4F;

// Four sums side by side, so that vectors need not reorder anything.
float dot(const hidden_vector& a, const hidden_vector& b) {
    std::array<float, 4> sums{};
    for (std::size_t i = 0; i < name_width; i += 4)
        for (std::size_t k = 0; k < 4; ++k) sums[k] += a[i + k] * b[i + k];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void add_scaled(hidden_vector& to, const hidden_vector& from, float scale) {
    for (std::size_t i = 0; i < name_width; ++i) to[i] += scale * from[i];
}

}  // namespace

score_network::score_network(std::size_t features, const network_options& options)
    : options_(options), features_(features), labels_(name_labels) {
    start(features_, feature_spread);
    start(labels_, label_spread);
}

void score_network::start(std::vector<cell>& cells, float spread) {
    for (cell& fresh : cells) {
        for (float& weight : fresh.now) weight = spread * (static_cast<float>(random_() >> 8) * 0x1p-23F - 1);
        fresh.squares = first_square;
    }
}

void score_network::forward(const training_run& run, std::vector<label_vector>& scores) {
    const std::size_t words = run.labels.size();
    scores.resize(words);
    if (words_.size() < words) words_.resize(words);
    const std::size_t seen_width = chance(options_.keep_memories) ? row_width : feature_count;
    for (std::size_t at = 0; at < words; ++at) {
        activation& word = words_[at];
        word.on.clear();
        word.hidden.fill(0);
        for (const std::uint32_t feature : run.features.subspan(at * row_width, seen_width)) fetch(feature);
        for (const std::uint32_t feature : run.features.subspan(at * row_width, seen_width)) {
            if (feature == feature_index::none || !chance(options_.keep_features)) continue;
            word.on.push_back(feature);
            add_scaled(word.hidden, features_[feature].now, 1 / options_.keep_features);
        }
        for (std::size_t i = 0; i < name_width; ++i) {
            const bool seen = chance(options_.keep_units) && word.hidden[i] > 0;
            word.mask[i] = seen ? 1 / options_.keep_units : 0;
            word.hidden[i] *= word.mask[i];
        }
        for (std::size_t l = 0; l < name_labels; ++l) scores[at][l] = dot(word.hidden, labels_[l].now);
    }
}

/// Asks the processor for a row: waiting for one after the other is most of what learning costs.
void score_network::fetch(std::uint32_t feature) const {
    if (feature == feature_index::none) return;
    const char* row = reinterpret_cast<const char*>(&features_[feature]);
    for (std::size_t at = 0; at < sizeof(hidden_vector) + sizeof(float); at += 64) __builtin_prefetch(row + at, 1);
}

void score_network::backward(std::size_t word, const label_vector& gradient, float rate) {
    const activation& state = words_[word];
    const float activity = dot(state.hidden, state.hidden) / name_width;
    hidden_vector error{};
    for (std::size_t l = 0; l < name_labels; ++l) {
        cell& label = labels_[l];
        add_scaled(error, label.now, gradient[l]);
        label.squares += gradient[l] * gradient[l] * activity;
        add_scaled(label.now, state.hidden, rate * gradient[l] / std::sqrt(label.squares));
    }
    for (std::size_t i = 0; i < name_width; ++i) error[i] *= state.mask[i];
    const float size = dot(error, error) / name_width;
    for (const std::uint32_t feature : state.on) {
        cell& row = features_[feature];
        row.squares += size;
        add_scaled(row.now, error, rate / std::sqrt(row.squares));
    }
}

void score_network::sample() {
    for (auto* cells : {&features_, &labels_})
        for (cell& it : *cells) add_scaled(it.sum, it.now, 1);
    ++samples_;
}

hidden_vector score_network::average(const cell& of) const {
    hidden_vector mean{};
    add_scaled(mean, of.sum, 1 / static_cast<float>(samples_));
    return mean;
}

hidden_vector score_network::row(std::uint32_t feature) const { return average(features_[feature]); }
hidden_vector score_network::output(std::size_t label) const { return average(labels_[label]); }

}  // namespace throughline::entities
