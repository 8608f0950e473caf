// Looks a label up among the names of a closed set, for the parse functions beside each name().
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace throughline {

/// `names` stand in the order of the enumeration; nullopt when the name is none of them.
template <class Label, std::size_t N>
std::optional<Label> find_label(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Label>(found - names.begin());
}

}  // namespace throughline
