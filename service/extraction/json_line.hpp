// Where a member of a JSON text stands, for error messages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace throughline::extraction {

/// A member's name or an element's index.
using json_step = std::variant<std::string, std::size_t>;

/// Line, counted from 1, on which the value at the end of the path begins; the line of the deepest step that exists
/// where the path leads nowhere. The text must be valid JSON.
std::size_t line_of(std::string_view json, const std::vector<json_step>& path);

/// Line of a byte offset.
std::size_t line_at(std::string_view json, std::size_t offset);

}  // namespace throughline::extraction
