#include "pipeline/terms.hpp"

#include "pipeline/document_frequency.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::pipeline {
namespace {

/// Lemmas of auxiliaries and of verbs that any article may hold say nothing of its story; the table of document
/// frequencies takes care of them. Here only the class of the word counts.
bool is_open_class(upos pos) {
    return pos == upos::noun || pos == upos::propn || pos == upos::verb || pos == upos::adj;
}

/// Longer words are no words, but data that stands in a text.
constexpr std::size_t longest_word = 80;

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string folded(std::string_view lemma) {
    std::string out(lemma);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

void scale_to_unit_length(std::vector<weighted_term>& terms) {
    double squares = 0;
    for (const weighted_term& term : terms) squares += double(term.weight) * term.weight;
    if (squares <= 0) return;
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (weighted_term& term : terms) term.weight *= scale;
}

}  // namespace

bool is_content_word(const document& doc, const token& word) {
    if (!is_open_class(word.pos) || word.where.size() < 3 || word.where.size() > longest_word) return false;
    const std::string_view form = doc.words(word.where);
    return std::all_of(form.begin(), form.end(),
                       [](char c) { return is_letter(c) || c == '-' || c == '\'' || c == '.'; });
}

std::vector<std::string> content_lemmas(const document& doc, span where) {
    std::vector<std::string> lemmas;
    const auto begin = std::lower_bound(doc.tokens.begin(), doc.tokens.end(), where.begin,
                                        [](const token& word, std::uint32_t at) { return word.where.begin < at; });
    for (auto word = begin; word != doc.tokens.end() && word->where.end <= where.end; ++word)
        if (is_content_word(doc, *word) && !word->lemma.empty()) lemmas.push_back(folded(word->lemma));
    std::sort(lemmas.begin(), lemmas.end());
    lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
    return lemmas;
}

std::unordered_map<std::string, std::uint32_t> term_counts(const document& doc) {
    std::unordered_map<std::string, std::uint32_t> counts;
    std::vector<bool> in_name(doc.tokens.size(), false);
    for (const entity_mention& mention : doc.entity_mentions) {
        const entity& named = doc.entities[mention.entity];
        if (!named.key.empty()) ++counts["e:" + named.key];
        if (mention.named)
            std::fill(in_name.begin() + mention.tokens.first, in_name.begin() + mention.tokens.last, true);
    }
    for (std::size_t at = 0; at < doc.tokens.size(); ++at) {
        const token& word = doc.tokens[at];
        if (!in_name[at] && is_content_word(doc, word) && !word.lemma.empty()) ++counts["w:" + folded(word.lemma)];
    }
    return counts;
}

std::vector<weighted_term> terms_of(const document& doc) {
    const auto counts = term_counts(doc);
    std::vector<weighted_term> terms;
    terms.reserve(counts.size());
    for (const auto& [term, count] : counts) {
        const auto tf = static_cast<float>(1 + std::log(double(count)));
        terms.push_back({term, tf * inverse_document_frequency(term)});
    }
    std::sort(terms.begin(), terms.end(), [](const weighted_term& left, const weighted_term& right) {
        return left.weight != right.weight ? left.weight > right.weight : left.term < right.term;
    });
    if (terms.size() > term_limit) terms.resize(term_limit);
    scale_to_unit_length(terms);
    return terms;
}

}  // namespace throughline::pipeline
