#include "entities/name_agreement.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

constexpr std::int32_t share_numerator = 1;  ///< of the mean; chosen on held-out sentences of the training corpus
constexpr std::int32_t share_denominator = 3;

std::int16_t kind_score(const label_scores& scores, std::size_t kind) {
    return std::max(scores[kind], scores[kind + name_kinds]);
}

}  // namespace

void name_agreement::add(std::uint64_t word, const label_scores& own) {
    noted& all = words_[word];
    ++all.places;
    for (std::size_t kind = 0; kind < name_kinds; ++kind) all.sum[kind] += kind_score(own, kind);
}

void name_agreement::share(std::uint64_t word, label_scores& scores) const {
    const noted& all = words_.at(word);
    if (all.places < 2) return;
    for (std::size_t kind = 0; kind < name_kinds; ++kind) {
        const std::int32_t mean = (all.sum[kind] - kind_score(scores, kind)) / (all.places - 1);
        const auto shared = static_cast<std::int16_t>(mean * share_numerator / share_denominator);
        scores[kind] = static_cast<std::int16_t>(scores[kind] + shared);
        scores[kind + name_kinds] = static_cast<std::int16_t>(scores[kind + name_kinds] + shared);
    }
}

}  // namespace throughline::entities
