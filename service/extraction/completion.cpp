#include "extraction/completion.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// How far behind an end, in tokens, what completes the words before it is looked for.
constexpr std::uint32_t reach_of_completion = 30;

bool follows_comma(const syntax& tree, std::uint32_t t) {
    const std::uint32_t first = tree.subtree(t).first;
    return first > 0 && (tree.at(first - 1).penn == xpos::comma || tree.at(first).penn == xpos::comma);
}

/// "worry", "great satisfaction": one of no article.
bool is_bare(const syntax& tree, std::uint32_t noun) {
    return tree.at(noun).penn == xpos::nn && tree.child(noun, deprel::det) == none &&
           (tree.child(noun, deprel::nmod) == none || tree.child(noun, deprel::nmod) > noun);
}

/// Whether a clause says what the word above it means: "accused her | of lying", "voted | to recommend her", "a plan |
/// to close it", "the man | who came"; but "was fined | for lying", "met | to talk about the plan" with words between.
bool is_asked_for(const syntax& tree, std::uint32_t clause, std::uint32_t next) {
    const std::uint32_t mark =
        tree.child(clause, deprel::mark) != none ? tree.child(clause, deprel::mark) : tree.preposition(clause);
    const bool modifies = universal(tree.at(clause).relation) == deprel::acl;
    if (mark == none) return modifies && !follows_comma(tree, clause);
    if (tree.lemma(mark) == "unless" || tree.lemma(mark) == "whether") return true;
    if (tree.at(mark).penn == xpos::to) return modifies || mark == next;
    return tree.lemma(mark) == "of";
}

/// "a ban | on fireworks", "an inquiry | into the fire": the phrase tells of what the noun is.
bool says_of_what(const syntax& tree, std::uint32_t phrase) {
    const std::uint32_t preposition = tree.preposition(phrase);
    if (preposition == none) return false;
    const std::string_view word = tree.lemma(preposition);
    return word == "on" || word == "against" || word == "into";
}

/// Prepositions that more often complete a verb than tell when, where or why.
bool belongs_to_verb(std::string_view preposition) {
    static constexpr std::string_view words[] = {"about", "against", "from", "into", "of", "to", "with"};
    return std::find(std::begin(words), std::end(words), preposition) != std::end(words);
}

/// "asked the ministry | for an answer".
bool asks_for(std::string_view verb) {
    static constexpr std::string_view words[] = {"appeal", "ask", "call", "plead", "press", "push"};
    return std::find(std::begin(words), std::end(words), verb) != std::end(words);
}

/// Whether a word behind a possible end completes its head before it.
bool completes(const syntax& tree, std::uint32_t t, std::uint32_t head, std::uint32_t next) {
    switch (universal(tree.at(t).relation)) {
        case deprel::obj:
        case deprel::iobj:
        case deprel::xcomp:
        case deprel::ccomp:
        case deprel::csubj:
        case deprel::nsubj:
        case deprel::aux:
        case deprel::cop:
        case deprel::amod:
        case deprel::compound:
        case deprel::flat:
        case deprel::fixed:
        case deprel::nummod: return true;
        case deprel::acl:
        case deprel::advcl: return is_asked_for(tree, t, next);
        case deprel::nmod:
            return !follows_comma(tree, t) && tree.at(head).pos == upos::noun &&
                   tree.child(head, deprel::nmod_poss) == none &&
                   (is_definite(tree, head) || (tree.preposition(t) == next && is_bare(tree, head)) ||
                    says_of_what(tree, t));
        case deprel::obl: {
            // "described the plan | as a threat", "linked her | to the plan"
            const std::uint32_t preposition = tree.preposition(t);
            if (preposition == none) return false;
            const std::string_view word = tree.lemma(preposition);
            return word == "as" || (preposition == next && belongs_to_verb(word)) ||
                   (word == "for" && asks_for(tree.lemma(head)));
        }
        default: return false;
    }
}

}  // namespace

bool is_torn_before(const syntax& tree, std::uint32_t first, std::uint32_t next, std::uint32_t last) {
    if (next < last && tree.at(next).penn == xpos::quote_open) ++next;
    for (std::uint32_t t = next; t < std::min(last, next + reach_of_completion); ++t) {
        const std::uint32_t head = tree.at(t).head;
        if (head != none && head >= first && head < next && tree.timex_at(t) == none && completes(tree, t, head, next))
            return true;
    }
    return false;
}

}  // namespace throughline::extraction
