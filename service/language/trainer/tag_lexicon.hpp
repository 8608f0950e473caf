// The tagger's lexicon: which tags a word was seen with.
#pragma once

#include "language/tagger.hpp"
#include "language/trainer/corpus.hpp"

#include <cstdint>
#include <vector>

namespace throughline::language {

struct tag_lexicon {
    std::vector<tag_pair> labels;           ///< that the tagger chooses among
    std::vector<word_slot> words;           ///< by the hash of the lower-case form, values as lexicon_entry packs them
    std::vector<word_class> class_of_form;  ///< by the form's number; entry 0 stands for no word
    std::vector<std::uint32_t> count_of_form;  ///< in the treebank
    std::uint32_t ambiguities = 1;             ///< how many numbers of ambiguity classes there are

    /// The label of a pair; lexicon_entry::no_label when it is too rare to be one.
    std::uint32_t label_of(tag_pair pair) const;
};

/// Forms, labels and trust come from the treebank, ambiguity classes from both.
tag_lexicon make_tag_lexicon(const std::vector<gold_sentence>& treebank, const std::vector<gold_sentence>& news,
                             const word_clusters& clusters);

}  // namespace throughline::language
