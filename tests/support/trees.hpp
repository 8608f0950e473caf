// Documents with hand-set trees, so that a test of extraction does not hang on the parser's luck.
#pragma once

#include "document/document.hpp"

#include <string_view>

namespace throughline::test {

/// Builds a document from rows "form lemma UPOS XPOS head deprel", a token a row, heads counted from 1 within the
/// sentence, 0 for its root; an empty row ends a sentence, a row "¶" a paragraph. Words are parted by blanks.
/// Throws std::invalid_argument for a row of another shape.
document read_trees(std::string_view rows, std::string_view published);

/// The same with time expressions, entities, quotes and events found; of a Wednesday where no other day is given.
document read_events(std::string_view rows, std::string_view published = "2018-03-21");

}  // namespace throughline::test
