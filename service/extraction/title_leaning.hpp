// Whether a title is understood without the text that it was taken from.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace throughline::extraction {

/// What a title has said so far.
struct written_words {
    std::vector<std::uint32_t> named;  ///< entities, in the order of their naming
    bool has_subject = false;          ///< somebody stands at its head whom a later pronoun can mean
    bool plural_subject = false;
    bool person_subject = false;
    bool leans = false;  ///< some word of it, or its end, means something that only the text tells
};

/// A word that points out of the title, written as it stands: "the visit" with nothing that says which, "this", "they"
/// where nobody before is meant.
bool points_back(const syntax& tree, std::uint32_t index, const written_words& before);

/// Whether words begin with a pronoun that means something said before them: "She misplayed it", "That was new", but
/// not "It is time to go".
bool needs_antecedent(const syntax& tree, token_range words);

/// The same of all the words of a quotation: a pronoun behind no noun of them that it can mean, "that", "the question".
bool means_something_unsaid(const syntax& tree, token_range words);

/// Nouns, names, numbers, adjectives and verbs that say something by themselves: not "be", "think", "thing".
std::size_t content_words(const syntax& tree, token_range words);

/// "Read MORE", "Photo | Agency": words that a page set beside its text, or between its sentences.
bool holds_page_words(std::string_view words);

/// What can be seen of a finished title: too few words, a pronoun at its head, the speaker's "we", an end that breaks
/// off. A name and its verb are enough ("Lee resigns").
bool looks_unfinished(std::string_view title, bool begins_with_name);

}  // namespace throughline::extraction
