#include "linking/word_relations.hpp"

#include "linking/table.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace throughline::linking {
namespace {

using relation_table = std::unordered_map<std::string_view, word_relations>;

relation_table read_relations() {
    relation_table table;
    for_each_row("service/linking/data/word_relations.tsv", 3, [&](const table_fields& fields) {
        auto& word = table[fields[0]];
        word.roots.push_back(fields[0]);
        if (fields[1] != "-") for_each_part(fields[1], ',', [&](std::string_view root) { word.roots.push_back(root); });
        if (fields[2] != "-")
            for_each_part(fields[2], ',', [&](std::string_view number) {
                word.synonyms.push_back(static_cast<std::uint32_t>(std::stoul(std::string(number))));
            });
        std::sort(word.roots.begin(), word.roots.end());
        word.roots.erase(std::unique(word.roots.begin(), word.roots.end()), word.roots.end());
    });
    return table;
}

}  // namespace

word_relations relations_of(std::string_view lemma) {
    static const relation_table table = read_relations();
    const auto found = table.find(lemma);
    return found == table.end() ? word_relations{{lemma}, {}} : found->second;
}

}  // namespace throughline::linking
