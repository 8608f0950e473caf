// Dependencies with the model that the program carries.
#pragma once

#include "document/document.hpp"

namespace throughline::language {

/// Sets head and relation of every token: one tree a sentence, without crossing arcs, whose root has head
/// token::no_head and relation root. text::tokenize() and tag() have run. Any thread may call it. Throws
/// std::runtime_error when the program carries a model of another version.
void parse(document& doc);

}  // namespace throughline::language
