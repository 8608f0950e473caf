// Writes parts of a sentence again: pruned, names in full, pronouns resolved, single spaces.
#pragma once

#include "extraction/predicate_words.hpp"
#include "extraction/syntax.hpp"
#include "extraction/title_leaning.hpp"

#include <string>
#include <vector>

namespace throughline::extraction {

/// Chosen tokens of one document, turned into text.
class phrase_writer {
public:
    explicit phrase_writer(const syntax& tree) : tree_(tree) {}

    /// Tokens of the subtree that a headline keeps, in text order.
    std::vector<std::uint32_t> keep(std::uint32_t head) const;
    /// The text of some tokens; names that stand before already are written short, others in full and noted there.
    std::string write(const std::vector<std::uint32_t>& tokens, written_words& before) const;
    /// The same tokens but for the prepositions, conjunctions and adverbs that they begin with, and the determiners
    /// where these are unwanted.
    std::vector<std::uint32_t> without_opening(std::vector<std::uint32_t> tokens, bool determiners) const;
    /// The longest part of a run of at most `room` code points, with `needed` among its words: one that is whole
    /// and understood where there is one; "" when there is none.
    std::string longest(const word_run& run, written_words& before, std::size_t room, std::uint32_t needed) const;

private:
    bool is_kept(std::uint32_t index) const;
    bool continues_list(std::uint32_t index) const;
    bool determines_name(std::uint32_t index) const;
    std::uint32_t person_behind(std::uint32_t index) const;
    std::vector<std::uint32_t> without_offices(const std::vector<std::uint32_t>& tokens) const;
    bool has_own_words(std::uint32_t mention) const;
    std::string name_of(std::uint32_t mention, std::vector<std::uint32_t>& named) const;

    const syntax& tree_;
};

/// Cuts at a word's end so that at most `limit` code points stand, the last one then "…".
std::string shorten(const std::string& text, std::size_t limit);

}  // namespace throughline::extraction
