// Which news agency an article credits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline::ingest {

/// Key of the agency ("reuters", "ap") that publishes it itself, that a byline names ("By Jane Roe, Associated Press"),
/// that stands in the dateline of the text ("LONDON (Reuters) - ") or in its last line ("(AP)"); "" when there is none.
/// data/agencies.tsv lists them.
std::string wire_credit(std::string_view publisher, const std::vector<std::string>& authors, std::string_view text);

}  // namespace throughline::ingest
