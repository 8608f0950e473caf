#include "extraction/word_set.hpp"

#include "text/utf8.hpp"

#include <iterator>

namespace throughline::extraction {

word_id vocabulary::add(std::string_view lemma) {
    const auto next = static_cast<word_id>(ids_.size() + 1);
    return ids_.emplace(text::lower(lemma), next).first->second;
}

word_id vocabulary::find(std::string_view lemma) const {
    const auto found = ids_.find(text::lower(lemma));
    return found == ids_.end() ? 0 : found->second;
}

void word_set::merge(const word_set& other) {
    std::vector<word_id> all;
    all.reserve(lemmas.size() + other.lemmas.size());
    std::set_union(lemmas.begin(), lemmas.end(), other.lemmas.begin(), other.lemmas.end(), std::back_inserter(all));
    lemmas = std::move(all);
    kinds = static_cast<std::uint8_t>(kinds | other.kinds);
}

}  // namespace throughline::extraction
