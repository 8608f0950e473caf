// What lies ahead of a place in a sentence, by parts of speech alone: where a nominal, a list, a bracket or an
// insertion ends. Each look reaches over a bounded number of words.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>

namespace throughline::extraction {

class lookahead {
public:
    /// Nothing from token `last` on is looked at.
    lookahead(const syntax& tree, std::uint32_t last) : tree_(tree), last_(last) {}

    /// A word that may stand inside a nominal: "the", "Swiss", "'s", a date.
    bool is_nominal(std::uint32_t t) const;

    /// A word with which an object may begin: "the", "Swiss", "him", a quotation mark.
    bool begins_nominal(std::uint32_t t) const;

    /// The first token from `t` on that is no part of a nominal.
    std::uint32_t behind_nominal(std::uint32_t t) const;

    /// "Ann, Bo and Cy": whether at a comma more of the nominals before it and an "and" follow.
    bool continues_list(std::uint32_t comma) const;

    /// Whether what "and" adds is no clause and no second verb; `noun`: the noun whose phrases are looked for, or none.
    bool joins_nominals(std::uint32_t conjunction, std::uint32_t noun) const;

    /// Whether a finite verb stands before the next mark.
    bool precedes_clause(std::uint32_t t) const;

    /// The token behind the comma that ends an insertion before a finite verb: "Ann Lee, in her papers, was …"; none.
    std::uint32_t behind_insertion(std::uint32_t comma) const;

    /// The token behind the closing bracket; none when it is far.
    std::uint32_t behind_bracket(std::uint32_t open) const;

    /// The token behind the closing quotation mark; none when it is far.
    std::uint32_t behind_quoted(std::uint32_t open) const;

private:
    const token& at(std::uint32_t t) const { return tree_.at(t); }
    std::uint32_t behind_mark(std::uint32_t open, xpos close) const;

    const syntax& tree_;
    std::uint32_t last_;
};

}  // namespace throughline::extraction
