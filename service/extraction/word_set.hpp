// Sets of words and entity kinds by which the ontology says what may stand beside a trigger.
#pragma once

#include "document/entity.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::extraction {

/// A lemma of the ontology, folded to lower case; 0 stands for every other word.
using word_id = std::uint32_t;

/// Lemmas that the ontology names anywhere, numbered from 1.
class vocabulary {
public:
    word_id add(std::string_view lemma);
    word_id find(std::string_view lemma) const;

private:
    std::unordered_map<std::string, word_id> ids_;
};

/// Some lemmas and some kinds of entities. An empty set asks for nothing.
struct word_set {
    std::vector<word_id> lemmas;  ///< sorted, each once
    std::uint8_t kinds = 0;       ///< bit 1 << entity_kind

    bool empty() const { return lemmas.empty() && kinds == 0; }
    bool has(word_id word) const { return word != 0 && std::binary_search(lemmas.begin(), lemmas.end(), word); }
    bool has(entity_kind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1U) != 0; }
    void merge(const word_set& other);
};

}  // namespace throughline::extraction
