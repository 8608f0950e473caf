// Tells which language a text is written in, by script and by the share of its commonest closed-class words.
#pragma once

#include <string_view>

namespace throughline::ingest {

/// BCP 47 code of the text's language ("en", "de", "ru"), "und" when nothing tells, as in a text of names and figures.
/// Reads at most the first 20,000 bytes. data/function_words.tsv and data/scripts.tsv list what is known.
std::string_view identify_language(std::string_view text);

}  // namespace throughline::ingest
