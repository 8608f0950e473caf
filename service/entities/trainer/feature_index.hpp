// Numbers the features of a training corpus.
#pragma once

#include "entities/name_features.hpp"
#include "entities/trainer/labelled_corpus.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace throughline::entities {

/// The features of all words of a corpus, as numbers from 0; rare ones are left out.
class feature_index {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// Keeps the features that occur at least `least` times.
    feature_index(std::span<const labelled_sentence> sentences, const gazetteer& tables, std::uint32_t least);

    std::size_t size() const { return hashes_.size(); }
    std::uint64_t hash(std::uint32_t feature) const { return hashes_[feature]; }
    std::uint32_t occurrences(std::uint32_t feature) const { return counts_[feature]; }

    /// The features of the words of sentence s, feature_count a word, `none` for those left out.
    std::span<const std::uint32_t> sentence(std::size_t s) const {
        return std::span(rows_).subspan(begins_[s], begins_[s + 1] - begins_[s]);
    }

    /// Keeps only the features that the filter accepts, numbered anew.
    void keep(const std::function<bool(std::uint32_t)>& accepted);

private:
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> counts_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::size_t> begins_;
};

}  // namespace throughline::entities
