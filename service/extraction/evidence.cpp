#include "extraction/evidence.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Clauses shorter than this say too little by themselves ("he said").
constexpr std::uint32_t fewest_words = 5;
/// A quotation longer than this is not taken into the evidence whole, in bytes.
constexpr std::uint32_t longest_quotation = 600;
constexpr int longest_climb = 12;
/// Words of evidence on either side of the trigger at most; a longer clause is a list.
constexpr std::uint32_t widest_side = 100;

bool is_finite_clause(const syntax& tree, std::uint32_t index) {
    const token& word = tree.at(index);
    if (word.head == none || word.relation == deprel::root) return true;
    if (!tree.heads_clause(index) || tree.child(index, deprel::nsubj) == none) return false;
    const deprel relation = universal(word.relation);
    return relation == deprel::ccomp || relation == deprel::advcl || relation == deprel::acl ||
           relation == deprel::conj || relation == deprel::parataxis;
}

}  // namespace

span evidence_of(const syntax& tree, const trigger_match& match) {
    const document& doc = tree.doc();
    const token_range sentence = doc.sentences[tree.at(match.token).sentence].tokens;
    std::uint32_t head = match.predicate();
    token_range words = match.words;
    for (int step = 0; step < longest_climb && head != none; ++step, head = tree.at(head).head) {
        const token_range subtree = tree.subtree(head);
        words = {std::min(words.first, subtree.first), std::max(words.last, subtree.last)};
        if (is_finite_clause(tree, head) && words.size() >= fewest_words) break;
    }
    words = {std::max(words.first, sentence.first), std::min(words.last, sentence.last)};
    words = {std::max(words.first, match.token - std::min(match.token, widest_side)),
             std::min(words.last, match.token + widest_side)};
    words = {std::min(words.first, match.words.first), std::max(words.last, match.words.last)};
    const auto is_edge = [&](std::uint32_t t) {
        const xpos penn = tree.at(t).penn;
        return !match.words.contains(t) && tree.at(t).pos == upos::punct && penn != xpos::quote_open &&
               penn != xpos::quote_close;
    };
    while (words.size() > 1 && is_edge(words.last - 1)) --words.last;
    while (words.size() > 1 && (is_edge(words.first) || tree.at(words.first).pos == upos::cconj) &&
           !match.words.contains(words.first))
        ++words.first;
    span evidence = doc.extent(words);

    const std::uint32_t said = tree.quote_by_cue(match.predicate());
    if (said == none) return evidence;
    const span content = doc.quotes[said].content;
    const span both{std::min(evidence.begin, content.begin), std::max(evidence.end, content.end)};
    return both.size() <= std::max(longest_quotation, evidence.size()) ? both : evidence;
}

}  // namespace throughline::extraction
