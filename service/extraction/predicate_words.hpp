// What a headline keeps of the words behind a verb or a noun: an unbroken run of them but for dates, cut where another
// clause begins. Parts of speech decide, and the tree only where they leave a doubt, so that a wrong tree costs words,
// not grammar.
#pragma once

#include "extraction/syntax.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace throughline::extraction {

struct word_run {
    std::vector<std::uint32_t> words;  ///< tokens in text order
    std::vector<std::size_t> ends;     ///< counts of words after which the run may end, ascending; empty when it cannot
    std::vector<std::size_t> torn;     ///< those of the ends behind which words follow that complete what stands before

    bool is_torn(std::size_t end) const { return std::binary_search(torn.begin(), torn.end(), end); }
};

/// The words behind a verb up to where its own clause ends. `with_clause`: a clause that follows "that" is what
/// it says, even behind an addressee ("told reporters that …"); `bare_clause`: also without "that".
word_run words_behind_verb(const syntax& tree, std::uint32_t verb, bool with_clause, bool bare_clause);

/// A clause that lies in a range of tokens of one sentence, without the "that" before it; no end where it has no verb.
word_run words_of_clause(const syntax& tree, token_range range);

/// The phrases behind a noun that hang on it.
word_run words_behind_noun(const syntax& tree, std::uint32_t noun);

}  // namespace throughline::extraction
