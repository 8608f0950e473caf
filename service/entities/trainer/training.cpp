#include "entities/trainer/training.hpp"

#include "entities/name_tagger.hpp"
#include "entities/trainer/model_writer.hpp"

#include <algorithm>
#include <cstdio>

namespace throughline::entities {
namespace {

constexpr std::uint32_t selection_passes = 3;
constexpr std::uint32_t fold_buckets = 50000;  ///< room for every feature: these models are not kept

void keep_heaviest(feature_index& features, const training_options& options) {
    const std::size_t room = std::size_t{options.buckets} * bucket_size * 9 / 10;
    if (features.size() <= room) return;
    field_options brief = options.field;
    brief.passes = brief.first_sampled = selection_passes;
    chain_field first(features.size(), brief);
    first.train(features);
    std::vector<double> weight(features.size());
    for (std::uint32_t f = 0; f < features.size(); ++f) weight[f] = importance(first, features, f);
    std::vector<double> sorted = weight;
    std::nth_element(sorted.begin(), sorted.end() - static_cast<std::ptrdiff_t>(room), sorted.end());
    const double least = sorted[sorted.size() - room];
    features.keep([&](std::uint32_t f) { return weight[f] >= least; });
}

}  // namespace

std::string train(std::span<const labelled_sentence> sentences, std::span<const guess> guesses,
                  const training_options& options) {
    feature_index features(sentences, guesses, gazetteer::instance(), options.least);
    std::fprintf(stderr, "%zu sentences, %zu features\n", sentences.size(), features.size());
    keep_heaviest(features, options);
    std::fprintf(stderr, "%zu features kept\n", features.size());
    chain_field trained(features.size(), options.field);
    trained.train(features);
    return write_model(trained, features, options.buckets);
}

std::vector<guess> read_names(std::span<const labelled_sentence> sentences, const name_model& model) {
    std::vector<guess> all;
    name_tagger tagger(model);
    std::vector<std::string_view> words;
    std::vector<std::size_t> ends;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        words.insert(words.end(), sentences[s].words.begin(), sentences[s].words.end());
        ends.push_back(words.size());
        if (s + 1 < sentences.size() && (s + 1) % document_sentences != 0) continue;
        const auto labels = tagger.label(words, ends);
        const auto begin = labels.begin();
        for (std::size_t first = 0; const std::size_t end : ends) {
            all.emplace_back(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end));
            first = end;
        }
        words.clear();
        ends.clear();
    }
    return all;
}

std::vector<guess> guess_by_folds(std::span<const labelled_sentence> sentences, const training_options& options) {
    std::vector<guess> all(sentences.size());
    training_options brief = options;
    brief.buckets = fold_buckets;
    brief.field.passes = options.fold_passes;
    brief.field.first_sampled = std::min(options.field.first_sampled, options.fold_passes);
    for (std::uint32_t fold = 0; fold < options.folds; ++fold) {
        std::vector<labelled_sentence> learned, apart;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const bool own = i / block_sentences % options.folds == fold;
            (own ? apart : learned).push_back(sentences[i]);
            if (own) places.push_back(i);
        }
        const std::string bytes = train(learned, {}, brief);
        auto found = read_names(apart, name_model(bytes));
        for (std::size_t i = 0; i < places.size(); ++i) all[places[i]] = std::move(found[i]);
    }
    return all;
}

}  // namespace throughline::entities
