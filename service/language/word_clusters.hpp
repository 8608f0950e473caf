// Classes of words that are used alike, found in word vectors: what the models know of words outside their corpora.
#pragma once

#include "language/model_file.hpp"
#include "language/word_table.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace throughline::language {

/// A word's class in two partitions, the finer within the coarser; 0 for a word without a vector.
struct word_class {
    std::uint16_t fine = 0;
    std::uint16_t coarse = 0;

    static word_class unpack(std::uint32_t value) {
        return {static_cast<std::uint16_t>(value & 0xffff), static_cast<std::uint16_t>(value >> 16)};
    }
    std::uint32_t pack() const { return fine | static_cast<std::uint32_t>(coarse) << 16; }
};

class word_clusters {
public:
    static constexpr std::uint32_t version = 1;

    /// Reads a model file in place. Throws std::runtime_error when it is none of this version.
    explicit word_clusters(std::string_view model) : words_(model_file(model, version).section<word_slot>("words")) {}

    /// `lower` is the hash of the lower-case form, digits as 0.
    word_class find(hash lower) const { return word_class::unpack(find_word(words_, lower, 0)); }

    /// The coarser class of every finer one, by its number; 0 where no word has that class.
    std::vector<std::uint16_t> coarse_classes() const {
        std::vector<std::uint16_t> coarse(1);
        for (const auto& slot : words_) {
            const auto found = slot.check == 0 ? word_class{} : word_class::unpack(slot.value);
            if (found.fine >= coarse.size()) coarse.resize(found.fine + std::size_t{1});
            coarse[found.fine] = found.coarse;
        }
        return coarse;
    }

private:
    std::span<const word_slot> words_;
};

}  // namespace throughline::language
