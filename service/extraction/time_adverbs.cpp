#include "extraction/time_adverbs.hpp"

#include "extraction/tables.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

bool tells_earlier(std::string_view adverb) {
    static const auto adverbs = read_words("service/extraction/data/earlier_adverbs.tsv");
    return adverbs.contains(adverb);
}

/// "for weeks", "for the past year".
bool is_length_of_time(const syntax& tree, std::uint32_t nominal) {
    const std::uint32_t expression = tree.timex_at(nominal);
    if (expression == none || tree.doc().timexes[expression].type != timex_type::duration) return false;
    const std::uint32_t preposition = tree.preposition(nominal);
    return preposition != none && tree.lemma(preposition) == "for";
}

}  // namespace

bool has_adverb(const syntax& tree, std::uint32_t predicate, std::string_view word) {
    const auto below = tree.children(predicate);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
        return tree.at(each).relation == deprel::advmod && tree.lemma(each) == word;
    });
}

bool lies_back(const syntax& tree, std::uint32_t predicate) {
    const auto below = tree.children(predicate);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
        const deprel relation = universal(tree.at(each).relation);
        if (relation == deprel::advmod) return tells_earlier(tree.lemma(each));
        return relation == deprel::obl && is_length_of_time(tree, each);
    });
}

}  // namespace throughline::extraction
