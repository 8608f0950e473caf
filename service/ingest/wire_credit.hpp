// Which news agency an article credits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline::ingest {

/// Key of the agency ("reuters", "ap") that a byline names ("Reuters", "By Jane Roe, Associated Press"), that stands in
/// the dateline of the text ("LONDON (Reuters) - ") or in its last line ("(AP)"); "" when there is none.
/// data/agencies.tsv lists them.
std::string wire_credit(const std::vector<std::string>& authors, std::string_view text);

}  // namespace throughline::ingest
