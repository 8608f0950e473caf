#include "extraction/quotation_cut.hpp"

#include "extraction/clause_marks.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Code points below which a sentence is too short to stand for all that was said ("Simple.").
constexpr std::size_t shortest_sentence = 20;

/// A word that completes a phrase before one that opens the next.
bool is_phrase_border(const token& word, const token& next) {
    const bool complete = word.pos == upos::noun || word.pos == upos::propn || word.pos == upos::num ||
                          (word.pos == upos::pron && word.penn != xpos::prp_poss && !is_relative(word));
    const bool opens = next.pos == upos::adp || next.pos == upos::cconj || next.pos == upos::sconj ||
                       next.pos == upos::adv || next.penn == xpos::to;
    return complete && opens && next.lemma != "of" && next.lemma != "that";
}

bool is_clause_border(const token& next) {
    return next.penn == xpos::comma || next.penn == xpos::colon || next.penn == xpos::period;
}

/// The words as they stand, without the comma or full stop that ends them.
std::string text_of(const document& doc, token_range words) {
    std::string text(doc.words(doc.extent(words)));
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
}

}  // namespace

std::string cut_quotation(const syntax& tree, token_range words, std::size_t room) {
    const document& doc = tree.doc();
    std::string sentences, clauses, phrases, fitting;
    for (std::uint32_t t = words.first; t < words.last; ++t) {
        std::string told = text_of(doc, {words.first, t + 1});
        const std::size_t length = text::length(told);
        if (length > room) break;
        if (t + 1 == words.last) return told;
        const token& word = tree.at(t);
        const token& next = tree.at(t + 1);
        if (next.sentence != word.sentence && length >= shortest_sentence) sentences = told;
        if (length == room) break;  // no room for "…"
        if (is_clause_border(next)) clauses = told;
        if (is_phrase_border(word, next)) phrases = told;
        fitting = std::move(told);
    }
    if (!sentences.empty()) return sentences;
    // A clause is the better end unless it says much less.
    const bool by_clause = text::length(clauses) * 4 >= text::length(phrases) * 3;
    const std::string& best = by_clause ? clauses : phrases;
    if (best.empty() && fitting.empty()) return {};
    return (best.empty() ? fitting : best) + "\u2026";
}

}  // namespace throughline::extraction
