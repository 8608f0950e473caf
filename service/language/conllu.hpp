// CoNLL-U: the tab-separated format of Universal Dependencies.
#pragma once

#include "document/document.hpp"

#include <string>
#include <string_view>

namespace throughline::language {

/// Appends the document's sentences in CoNLL-U: clitics with the word they lean on as one surface token, SpaceAfter=No
/// where no white space follows. The sentences' ids are `name`, its white space as "_", a hyphen and a number from 1.
/// Layers that have not run show as X, XX and dep; a lemma that is missing as "_".
void append_conllu(const document& doc, std::string_view name, std::string& out);

}  // namespace throughline::language
