#include "entities/name_tagger.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

constexpr std::int16_t floor_score = -8000;  ///< keeps a path's lag from overflowing 16 bits

}  // namespace

void name_tagger::score(std::size_t at, scores& emission) const {
    feature_row row;
    features_.at(at, row);
    emission.fill(0);
    for (const std::uint64_t feature : row) {
        const weight_row* weights = model_->find(feature);
        if (!weights) continue;
        for (std::size_t i = 0; i < weight_labels; ++i)
            emission[i] = static_cast<std::int16_t>(emission[i] + (*weights)[i]);
    }
}

std::span<const name_label> name_tagger::label(std::span<const std::string_view> words) {
    labels_.assign(words.size(), outside);
    if (words.empty()) return labels_;
    features_.read(words);
    best_.resize(words.size());
    emission_.resize(words.size());
    const transition_table& transitions = model_->transitions();
    for (std::size_t at = 0; at < words.size(); ++at) {
        score(at, emission_[at]);
        scores& now = best_[at];
        now = transitions[outside];
        if (at > 0) {
            const scores& before = best_[at - 1];
            now.fill(2 * forbidden + 1);
            for (std::size_t p = 0; p < name_labels; ++p)
                for (std::size_t n = 0; n < label_lanes; ++n)
                    now[n] = std::max(now[n], static_cast<std::int16_t>(before[p] + transitions[p][n]));
        }
        for (std::size_t n = 0; n < label_lanes; ++n) now[n] = static_cast<std::int16_t>(now[n] + emission_[at][n]);
        const std::int16_t top = *std::max_element(now.begin(), now.begin() + name_labels);
        for (std::size_t n = 0; n < label_lanes; ++n)
            now[n] = std::max(static_cast<std::int16_t>(now[n] - top), floor_score);
    }
    trace_back(words.size());
    return labels_;
}

/// The best predecessor is found anew instead of being kept: one row a word against one a word and label.
void name_tagger::trace_back(std::size_t words) {
    const auto best_of = [](const auto& values) {
        return static_cast<name_label>(std::max_element(values.begin(), values.begin() + name_labels) - values.begin());
    };
    labels_[words - 1] = best_of(best_[words - 1]);
    for (std::size_t at = words - 1; at > 0; --at) {
        scores through = best_[at - 1];
        for (std::size_t p = 0; p < name_labels; ++p)
            through[p] = static_cast<std::int16_t>(through[p] + model_->transitions()[p][labels_[at]]);
        labels_[at - 1] = best_of(through);
    }
}

}  // namespace throughline::entities
