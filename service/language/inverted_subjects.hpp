// Subjects that stand behind their verb after a quotation: "…," said the minister.
#pragma once

#include "document/document.hpp"

namespace throughline::language {

/// Makes a subject of what the parser took for the object of a finite verb without a subject that follows a quotation's
/// end. Written news is full of this order, the treebank has a handful of examples. Heads and relations are set.
void turn_inverted_subjects(document& doc);

}  // namespace throughline::language
