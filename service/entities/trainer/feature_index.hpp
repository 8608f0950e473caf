// Numbers the features of a training corpus.
#pragma once

#include "entities/name_features.hpp"
#include "entities/name_memory.hpp"
#include "entities/trainer/labelled_corpus.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace throughline::entities {

/// What a model that has not seen a sentence takes its words for.
using guess = std::vector<name_label>;

inline constexpr std::size_t row_width = feature_count + memory_features;

/// One run of words that can be part of names, as the model labels them: between words outside of names.
struct training_run {
    std::span<const std::uint32_t> features;  ///< row_width a word, those of memories last, `none` for those left out
    std::span<const name_label> labels;       ///< one a word
};

/// The features of all words of a corpus that can be part of names, as numbers from 0; rare ones are left out.
class feature_index {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// Keeps the features that occur at least `least` times. `guesses` holds what a model that has not seen the
    /// sentences takes their words for, or nothing: then no word has memories.
    feature_index(std::span<const labelled_sentence> sentences, std::span<const guess> guesses, const gazetteer& tables,
                  std::uint32_t least);

    std::size_t size() const { return hashes_.size(); }
    std::uint64_t hash(std::uint32_t feature) const { return hashes_[feature]; }
    std::uint32_t occurrences(std::uint32_t feature) const { return counts_[feature]; }

    std::size_t runs() const { return begins_.size() - 1; }

    training_run run(std::size_t at) const {
        const std::size_t begin = begins_[at];
        const std::size_t words = begins_[at + 1] - begin;
        return {std::span(rows_).subspan(begin * row_width, words * row_width),
                std::span(labels_).subspan(begin, words)};
    }

    /// Keeps only the features that the filter accepts, numbered anew.
    void keep(const std::function<bool(std::uint32_t)>& accepted);

private:
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> counts_;
    std::vector<std::uint32_t> rows_;
    std::vector<name_label> labels_;
    std::vector<std::size_t> begins_;  ///< of each run, its first word; one past the last run, the number of words
};

}  // namespace throughline::entities
