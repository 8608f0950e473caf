// The stage that finds the time expressions of a document and says what days they mean.
#pragma once

#include "document/document.hpp"

namespace throughline::temporal {

/// Fills document::timexes from its tokens, sentences and date; docs/dates.md writes down the conventions.
/// Part-of-speech tags sharpen the choice between past and future where a language stage has set them. Linear in the
/// length of the text.
void tag(document& doc);

}  // namespace throughline::temporal
