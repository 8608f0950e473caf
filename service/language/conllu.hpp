// CoNLL-U: the tab-separated format of Universal Dependencies.
#pragma once

#include "document/document.hpp"

#include <string>

namespace throughline::language {

/// Appends the document's sentences in CoNLL-U: clitics with the word they lean on as one surface token, SpaceAfter=No
/// where no white space follows. Layers that have not run show as X, XX and dep; a lemma that is missing as "_".
void append_conllu(const document& doc, std::string& out);

}  // namespace throughline::language
