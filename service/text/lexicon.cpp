#include "text/lexicon.hpp"

#include "resources/rows.hpp"

#include <stdexcept>
#include <string>

namespace throughline::text {
namespace {

void load(std::string_view file, std::unordered_set<std::string_view>& words) {
    for (const auto& row : resources::rows(file)) words.insert(row.at(0));
}

abbreviation parse_class(std::string_view name) {
    if (name == "title") return abbreviation::title;
    if (name == "inner") return abbreviation::inner;
    if (name == "number") return abbreviation::number;
    if (name == "term") return abbreviation::term;
    throw std::runtime_error("abbreviations.tsv: no such class: " + std::string(name));
}

lexicon load_all() {
    lexicon all;
    for (const auto& row : resources::rows("service/text/data/abbreviations.tsv"))
        all.abbreviations.emplace(row.at(0), parse_class(row.at(1)));
    for (const auto& row : resources::rows("service/text/data/contractions.tsv"))
        all.contractions.emplace(row.at(0), static_cast<std::uint32_t>(row.at(1).size()));
    load("service/text/data/elisions.tsv", all.elisions);
    load("service/text/data/hyphen_prefixes.tsv", all.hyphen_prefixes);
    load("service/text/data/domain_endings.tsv", all.domain_endings);
    load("service/text/data/units.tsv", all.units);
    load("service/text/data/sentence_starters.tsv", all.starters);
    load("service/text/data/reporting_verbs.tsv", all.reporting_verbs);
    return all;
}

}  // namespace

const lexicon& words() {
    static const lexicon all = load_all();
    return all;
}

}  // namespace throughline::text
