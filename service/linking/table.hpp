// Rows of the tab-separated data files.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace throughline::linking {

using table_fields = std::vector<std::string_view>;

/// Calls `use` with the fields of each row that is neither empty nor a '#' comment. Throws std::runtime_error naming
/// the file and line when a row does not have `columns` fields.
void for_each_row(std::string_view resource, std::size_t columns, const std::function<void(const table_fields&)>& use);

/// Calls `use` with each part of the text between separators; a text without one is one part.
void for_each_part(std::string_view text, char separator, const std::function<void(std::string_view)>& use);

}  // namespace throughline::linking
