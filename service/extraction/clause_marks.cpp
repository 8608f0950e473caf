#include "extraction/clause_marks.hpp"

#include "extraction/tables.hpp"

#include <algorithm>
#include <array>

namespace throughline::extraction {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_finite(const token& word) {
    return word.penn == xpos::vbd || word.penn == xpos::vbz || word.penn == xpos::vbp || word.penn == xpos::md;
}

bool is_relative(const token& word) {
    return word.penn == xpos::wdt || word.penn == xpos::wp || word.penn == xpos::wp_poss || word.penn == xpos::wrb;
}

bool opens_clause(const token& word) {
    static const auto words = read_words("service/extraction/data/clause_openers.tsv");
    return (word.pos == upos::sconj || word.penn == xpos::in) && words.contains(word.lemma);
}

bool leads_on(std::string_view lemma) {
    constexpr std::array<std::string_view, 14> adverbs{"not",  "n't", "even", "only", "just",   "also",   "so",
                                                       "very", "too", "more", "most", "solely", "merely", "simply"};
    return is_one_of(lemma, adverbs);
}

bool measures_time(const token& word, const token& next) {
    static const auto units = read_words("service/extraction/data/time_units.tsv");
    constexpr std::array<std::string_view, 5> followers{"after", "before", "later", "earlier", "ago"};
    return word.pos == upos::noun && units.contains(word.lemma) && is_one_of(next.lemma, followers);
}

}  // namespace throughline::extraction
