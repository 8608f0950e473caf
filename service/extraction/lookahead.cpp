#include "extraction/lookahead.hpp"

#include "extraction/clause_marks.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// How far a bracket or a quotation mark is followed to its end, and a clause to its verb.
constexpr std::uint32_t farthest_end = 12;
constexpr std::uint32_t longest_insertion = 25;
constexpr int longest_list = 8;

}  // namespace

bool lookahead::is_nominal(std::uint32_t t) const {
    switch (at(t).pos) {
        case upos::det:
        case upos::adj:
        case upos::num:
        case upos::noun:
        case upos::propn: return true;
        case upos::pron: return at(t).penn == xpos::prp_poss;
        case upos::part: return at(t).penn == xpos::pos;
        default: return at(t).penn == xpos::hyph || at(t).penn == xpos::dollar || tree_.timex_at(t) != none;
    }
}

bool lookahead::begins_nominal(std::uint32_t t) const {
    return (at(t).pos == upos::pron && at(t).penn != xpos::wdt) || at(t).penn == xpos::quote_open ||
           (is_nominal(t) && at(t).penn != xpos::pos && at(t).penn != xpos::hyph && tree_.timex_at(t) == none);
}

std::uint32_t lookahead::behind_nominal(std::uint32_t t) const {
    while (t < last_ && is_nominal(t)) ++t;
    return t;
}

bool lookahead::continues_list(std::uint32_t comma) const {
    std::uint32_t t = comma;
    for (int parts = 0; parts < longest_list && t < last_; ++parts) {
        const bool conjunction = at(t).pos == upos::cconj;
        if (!conjunction && at(t).penn != xpos::comma) return false;
        if (!conjunction && t + 1 < last_ && at(t + 1).pos == upos::cconj) ++t;
        const bool final = at(t).pos == upos::cconj;
        const std::uint32_t behind = behind_nominal(t + 1);
        if (behind == t + 1) return false;
        if (final) return behind == last_ || !is_finite(at(behind));
        t = behind;
    }
    return false;
}

bool lookahead::joins_nominals(std::uint32_t conjunction, std::uint32_t noun) const {
    if (at(conjunction).lemma == "but" || at(conjunction).lemma == "yet" || at(conjunction).lemma == "nor")
        return false;
    const std::uint32_t t = conjunction + 1;
    if (t >= last_ || (at(t).pos == upos::adp && noun != none)) return false;
    if (noun != none && at(behind_nominal(t) - 1).head == noun) return false;
    if (at(t).pos == upos::adp) return !precedes_clause(t);
    if (at(t).pos == upos::adj && behind_nominal(t) == t + 1) return true;
    const std::uint32_t behind = behind_nominal(t);
    if (behind == t) return false;
    return behind == last_ || (!is_finite(at(behind)) && at(behind).pos != upos::aux);
}

bool lookahead::precedes_clause(std::uint32_t t) const {
    for (std::uint32_t n = t + 1; n < std::min(last_, t + farthest_end); ++n) {
        if (at(n).pos == upos::punct) return false;
        if (is_finite(at(n))) return true;
    }
    return false;
}

std::uint32_t lookahead::behind_insertion(std::uint32_t comma) const {
    for (std::uint32_t end = comma + 1; end + 1 < std::min(last_, comma + longest_insertion); ++end)
        if (at(end).penn == xpos::comma && is_finite(at(end + 1))) return end + 1;
    return none;
}

std::uint32_t lookahead::behind_bracket(std::uint32_t open) const { return behind_mark(open, xpos::rrb); }

std::uint32_t lookahead::behind_quoted(std::uint32_t open) const { return behind_mark(open, xpos::quote_close); }

std::uint32_t lookahead::behind_mark(std::uint32_t open, xpos close) const {
    for (std::uint32_t end = open + 1; end < std::min(last_, open + farthest_end); ++end)
        if (at(end).penn == close) return end + 1;
    return none;
}

}  // namespace throughline::extraction
