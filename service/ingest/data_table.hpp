// Tab-separated tables of this folder: '#' lines are comments, blank lines are skipped.
#pragma once

#include <string_view>
#include <vector>

namespace throughline::ingest {

/// The fields of each row of an embedded file ("service/ingest/data/zones.tsv"); views live as long as the process.
std::vector<std::vector<std::string_view>> data_table(std::string_view resource);

/// Splits at every occurrence of the separator; n separators give n + 1 parts.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);

}  // namespace throughline::ingest
