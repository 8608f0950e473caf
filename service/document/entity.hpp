// Who and what a document names.
#pragma once

#include "document/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline {

enum class entity_kind : std::uint8_t {
    person,        ///< "Donald Trump"
    organization,  ///< "the Organization for Security and Co-operation in Europe"
    place,         ///< "Salisbury", "Syria", also a capital or seat that speaks: "Moscow", "the Kremlin"
    group,         ///< nationalities and groups: "Russians", "Republicans", "Turkish officials"
    other          ///< works, products, named events
};

/// One stretch of words that names an entity, a pronoun or a description included.
struct entity_mention {
    token_range tokens;        ///< the name as it stands, without titles and determiners
    std::uint32_t head = 0;    ///< the token that governs the name
    std::uint32_t entity = 0;  ///< index into document::entities
    bool named = true;         ///< false for pronouns and descriptions ("he", "the president")
};

/// One person, organisation, place or group within a document.
struct entity {
    std::string name;                  ///< fullest form in the document or the tables: "Vladimir Putin"
    std::vector<std::string> aliases;  ///< other forms, sorted, without `name`: "Putin", "the Russian president"
    std::string key;  ///< stable across documents: lower case, no marks: "vladimir putin", "country:ru"
    entity_kind kind = entity_kind::other;
};

}  // namespace throughline
