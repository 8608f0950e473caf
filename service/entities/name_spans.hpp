// The names that stand in a document, each with what its words and the words around it tell: step one of find().
#pragma once

#include "document/document.hpp"
#include "entities/gazetteer.hpp"

#include <cstdint>
#include <vector>

namespace throughline::entities {

/// A name as it stands, without titles and determiners.
struct name_span {
    token_range tokens;
    entity_kind kind = entity_kind::other;
    const place_entry* place = nullptr;  ///< the table's entry of the whole name, of a collective's first words
    bool collective = false;             ///< "Turkish officials": people who act together, told by a nationality
    token_range title;                   ///< titles and offices that stand right before it, empty when there are none
    sex bearer = sex::unknown;           ///< told by a title; of persons only
    std::uint32_t entity = 0;            ///< set when entities are formed
};

/// All names in text order, never overlapping.
std::vector<name_span> find_names(const document& doc);

}  // namespace throughline::entities
