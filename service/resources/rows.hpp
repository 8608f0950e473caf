// Rows of the tables of language knowledge: service/*/data/*.tsv.
#pragma once

#include "resources/resources.hpp"

#include <string_view>
#include <vector>

namespace throughline::resources {

/// The rows of an embedded table, each as its tab-separated fields; empty lines and lines that begin with '#' are
/// comments. The views are valid for the life of the process. Throws std::out_of_range when there is no such file.
inline std::vector<std::vector<std::string_view>> rows(std::string_view name) {
    std::vector<std::vector<std::string_view>> all;
    std::string_view rest = get(name);
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        auto& fields = all.emplace_back();
        for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
            fields.push_back(line.substr(0, tab));
            line.remove_prefix(tab + 1);
        }
        fields.push_back(line);
    }
    return all;
}

}  // namespace throughline::resources
