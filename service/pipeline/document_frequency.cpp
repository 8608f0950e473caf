#include "pipeline/document_frequency.hpp"

#include "resources/resources.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace throughline::pipeline {
namespace {

struct frequency_table {
    std::unordered_map<std::string_view, float> idf;
    float unseen = 0;
};

/// Rows "term TAB documents"; the row of the empty term holds the sample's size and stands first.
frequency_table read_table() {
    constexpr std::string_view name = "service/pipeline/data/document_frequency.tsv";
    std::string_view rest = resources::get(name);
    frequency_table table;
    double total = 0;
    double least = 0;
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::string_view row = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(row.size() + 1, rest.size()));
        if (row.empty() || row.front() == '#') continue;
        const std::size_t tab = row.find('\t');
        std::uint32_t documents = 0;
        const char* end = row.data() + row.size();
        if (tab == row.npos || std::from_chars(row.data() + tab + 1, end, documents).ptr != end || documents == 0)
            throw std::runtime_error(std::string(name) + ":" + std::to_string(line) + ": not a term and its count");
        if (total == 0) {
            total = documents;
            least = total;
            continue;
        }
        least = std::min<double>(least, documents);
        table.idf.emplace(row.substr(0, tab), static_cast<float>(std::log(total / documents)));
    }
    if (table.idf.empty()) throw std::runtime_error(std::string(name) + ": no rows");
    table.unseen = static_cast<float>(std::log(total / least));
    return table;
}

}  // namespace

float inverse_document_frequency(std::string_view term) {
    static const frequency_table table = read_table();
    const auto row = table.idf.find(term);
    return row == table.idf.end() ? table.unseen : row->second;
}

}  // namespace throughline::pipeline
