#include "resources/resources.hpp"

#include "resources/table.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace throughline::resources {

std::string_view get(std::string_view name) {
    for (const auto& row : table())
        if (name == row.name) return {row.begin, static_cast<std::size_t>(row.end - row.begin)};
    throw std::out_of_range("no such resource: " + std::string(name));
}

std::vector<std::string_view> list(std::string_view prefix) {
    std::vector<std::string_view> names;
    for (const auto& row : table())
        if (std::string_view(row.name).starts_with(prefix)) names.emplace_back(row.name);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace throughline::resources
