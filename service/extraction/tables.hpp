// The tab-separated tables of this folder.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

namespace throughline::extraction {

/// Rows of a table inside the binary, each with exactly `columns` cells; lines that begin with '#' are comments.
/// Throws std::runtime_error with the line of a row of another width.
std::vector<std::vector<std::string_view>> read_rows(std::string_view name, std::size_t columns);

/// The words of a table of one column.
std::unordered_set<std::string_view> read_words(std::string_view name);

}  // namespace throughline::extraction
