// Parts of speech and lemmas with the models that the program carries.
#pragma once

#include "document/document.hpp"

namespace throughline::language {

/// Sets pos, penn and lemma of every token; text::tokenize() has run. Any thread may call it.
/// Throws std::runtime_error when the program carries models of another version.
void tag(document& doc);

}  // namespace throughline::language
