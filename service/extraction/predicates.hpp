// What an article tells of, whether a type of the ontology knows it or not.
#pragma once

#include "document/document.hpp"

#include <cstdint>
#include <vector>

namespace throughline::extraction {

/// Verbs with a subject or an object that assert something, and the nouns that the ontology has among its triggers, in
/// text order. Auxiliaries, light verbs that lend a noun their subject, and what a modal, a condition or a negation
/// takes back are left out.
std::vector<std::uint32_t> predicates(const document& doc);

}  // namespace throughline::extraction
