#include "extraction/mood.hpp"

#include "extraction/clause_marks.hpp"
#include "extraction/constraints.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr int longest_chain = 8;

}  // namespace

bool is_regretted(const syntax& tree, std::uint32_t predicate) {
    bool should = false, have = false;
    for (const std::uint32_t c : tree.children(predicate)) {
        should = should || (tree.at(c).penn == xpos::md && tree.lemma(c) == "should");
        have = have || (universal(tree.at(c).relation) == deprel::aux && tree.lemma(c) == "have");
    }
    return should && have && tree.at(predicate).penn == xpos::vbn && is_negated(tree, predicate);
}

bool is_passed_over(const syntax& tree, std::uint32_t index) {
    const auto below = tree.children(index);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        const deprel relation = tree.at(c).relation;
        const bool leads = relation == deprel::case_ || relation == deprel::mark || relation == deprel::cc;
        return c < index && leads && (tree.lemma(c) == "instead" || tree.lemma(c) == "rather");
    });
}

bool is_bidding(const syntax& tree, std::uint32_t verb) {
    const token& word = tree.at(verb);
    if (word.penn != xpos::vb || tree.child(verb, deprel::nsubj) != none) return false;
    const bool governed = word.relation != deprel::root && word.relation != deprel::parataxis &&
                          (word.relation != deprel::ccomp || word.head == none || tree.quote_by_cue(word.head) == none);
    if (governed) return false;
    const auto below = tree.children(verb);
    return std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
        const token& mark = tree.at(c);
        return c < verb && (universal(mark.relation) == deprel::aux || mark.penn == xpos::to || mark.penn == xpos::md);
    });
}

bool is_finite_form(const syntax& tree, std::uint32_t verb) {
    if (is_finite(tree.at(verb))) return true;
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return universal(tree.at(c).relation) == deprel::aux && is_finite(tree.at(c));
    });
}

bool is_conditional(const syntax& tree, std::uint32_t verb) {
    const auto below = tree.children(verb);
    const bool would = std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        return tree.at(c).penn == xpos::md && tree.lemma(c) == "would";
    });
    if (!would) return false;
    std::uint32_t index = verb;
    for (int step = 0; step < longest_chain && index != none; ++step, index = tree.at(index).head)
        if (tree.at(index).relation == deprel::ccomp || tree.at(index).relation == deprel::parataxis) return false;
    return true;
}

bool hangs_on_condition(const syntax& tree, std::uint32_t verb) {
    if (tree.at(verb).penn != xpos::vbz && tree.at(verb).penn != xpos::vbp) return false;
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        const std::uint32_t mark = tree.at(c).relation == deprel::advcl ? tree.child(c, deprel::mark) : none;
        return mark != none && (tree.lemma(mark) == "if" || tree.lemma(mark) == "unless");
    });
}

bool is_question(const syntax& tree, std::uint32_t index) {
    const document& doc = tree.doc();
    const token_range words = doc.sentences[tree.at(index).sentence].tokens;
    for (std::uint32_t t = words.last; t-- > words.first && words.last - t <= 2;)
        if (doc.word(t) == "?") return true;
    return false;
}

}  // namespace throughline::extraction
