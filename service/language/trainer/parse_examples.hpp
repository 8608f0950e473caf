// The trees that the parser learns from, in the numbers of its vocabularies.
#pragma once

#include "language/parser.hpp"
#include "language/trainer/corpus.hpp"
#include "language/trainer/model_writer.hpp"
#include "language/trainer/row_parts.hpp"
#include "language/trainer/shuffle.hpp"
#include "language/word_clusters.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::language {

struct parse_example {
    std::vector<parse_word> words;    ///< and the root word
    std::vector<parse_word> hidden;   ///< the same as if no form were frequent
    std::vector<std::int32_t> heads;  ///< the sentence's size for the root's dependent
    std::vector<deprel> relations;
};

class parse_examples {
public:
    /// Chooses vocabularies and transitions and writes them as the sections that parser and parse_vocabulary read.
    parse_examples(const std::vector<gold_sentence>& trees, const word_clusters& clusters, model_writer& out);

    const parse_sizes& sizes() const { return vocabulary_.sizes(); }
    /// What the features' rows share.
    row_parts tie(const parse_features& features) const;
    const transition_table& transitions() const { return transitions_; }
    std::vector<parse_example>& examples() { return examples_; }

    /// The label of an arc; that of an unnamed relation when the arc was never seen.
    std::size_t label(action kind, deprel relation) const;

    /// Copies the words and makes some of them unknown, rare ones more often, so that the parser learns what to do
    /// without them.
    void hide_words(const parse_example& from, random_source& random, std::vector<parse_word>& out) const;

private:
    std::string tables_;  ///< model file of the sections that the constructor wrote
    parse_vocabulary vocabulary_;
    transition_table transitions_;
    std::vector<std::uint32_t> counts_;  ///< of each form's number
    std::vector<word_class> class_of_form_;
    std::vector<std::uint16_t> coarse_of_fine_;
    std::vector<parse_example> examples_;
};

}  // namespace throughline::language
