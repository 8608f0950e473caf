#include "extraction/tables.hpp"

#include "resources/resources.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace throughline::extraction {

std::vector<std::vector<std::string_view>> read_rows(std::string_view name, std::size_t columns) {
    std::vector<std::vector<std::string_view>> rows;
    std::string_view rest = resources::get(name);
    for (std::size_t line = 1; !rest.empty(); ++line) {
        std::string_view row = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(row.size() + 1, rest.size()));
        if (row.empty() || row.front() == '#') continue;
        std::vector<std::string_view> cells;
        for (std::size_t tab = row.find('\t'); tab != row.npos; tab = row.find('\t')) {
            cells.push_back(row.substr(0, tab));
            row.remove_prefix(tab + 1);
        }
        cells.push_back(row);
        if (cells.size() != columns)
            throw std::runtime_error(std::string(name) + ":" + std::to_string(line) + ": expected " +
                                     std::to_string(columns) + " columns");
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::unordered_set<std::string_view> read_words(std::string_view name) {
    std::unordered_set<std::string_view> words;
    for (const auto& row : read_rows(name, 1)) words.insert(row[0]);
    return words;
}

}  // namespace throughline::extraction
