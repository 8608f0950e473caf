// Named entities of a document and who is who among them.
#pragma once

#include "document/document.hpp"

namespace throughline::entities {

/// Fills doc.entities and doc.entity_mentions from tokens and sentences; lemmas, tags and dependencies are used where
/// they are there. One entity a person, place, organisation or people of the document; pronouns and descriptions are
/// linked only where one answer is clear. Linear in the length of the text.
void find(document& doc);

}  // namespace throughline::entities
