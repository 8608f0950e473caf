// Words that can name one event without being the same: read from data/word_relations.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace throughline::linking {

struct word_relations {
    std::vector<std::string_view> roots;  ///< the word itself and the verbs it is derived from, sorted
    std::vector<std::uint32_t> synonyms;  ///< numbers of the sets of synonyms it is in, ascending
};

/// What is known of a lemma; of a word outside the table that it is its own root.
word_relations relations_of(std::string_view lemma);

}  // namespace throughline::linking
