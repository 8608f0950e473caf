#include "ingest/html_element.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace throughline::ingest {
namespace {

constexpr std::size_t longest_tag_name = 32;

}  // namespace

const html_element& element_of(std::string_view name) {
    static const html_element unknown{};
    static const auto table = [] {
        std::unordered_map<std::string_view, html_element> read;
        for (const auto& row : data_table("service/ingest/data/html_elements.tsv")) {
            html_element element{row[0]};
            for (const auto property : split(row[1], ' ')) {
                element.is_void = element.is_void || property == "void";
                element.raw = element.raw || property == "raw";
                element.block = element.block || property == "block";
                element.skip = element.skip || property == "skip";
            }
            read.emplace(row[0], element);
        }
        return read;
    }();
    if (name.size() > longest_tag_name) return unknown;
    const auto found = table.find(text::lower(name));
    return found == table.end() ? unknown : found->second;
}

std::size_t find_in_any_case(std::string_view source, std::string_view mark, std::size_t from) {
    const auto begin = source.begin() + static_cast<std::ptrdiff_t>(std::min(from, source.size()));
    const auto found = std::search(begin, source.end(), mark.begin(), mark.end(),
                                   [](char a, char b) { return text::ascii_lower(a) == b; });
    return found == source.end() ? std::string_view::npos : static_cast<std::size_t>(found - source.begin());
}

}  // namespace throughline::ingest
