#include "entities/names.hpp"
#include "entities/roster.hpp"

#include <algorithm>
#include <string>

namespace throughline::entities {
namespace {

constexpr std::size_t most_acronyms = 32;  ///< compared with a name; keeps a hostile text from costing its square

bool is_link(std::string_view word) {
    return word == "in" || word == "of" || word == "for" || word == "and" || word == "on" || word == "the";
}

bool looks_like_acronym(std::string_view word) {
    return word.size() > 1 && word.size() < 10 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string> acronyms_of(const roster& work) {
    std::vector<std::string> found;
    for (const name_span& name : work.names) {
        const std::string_view text = work.text(name);
        if (found.size() == most_acronyms) break;
        if (!looks_like_acronym(text) || (name.place && name.place->role != place_role::region)) continue;
        std::string folded = fold_name(text);
        if (std::find(found.begin(), found.end(), folded) == found.end()) found.push_back(std::move(folded));
    }
    return found;
}

/// Whether only one or two words like "in the" stand between two names of a sentence.
bool is_linked(const document& doc, const name_span& left, const name_span& right) {
    const std::uint32_t begin = left.tokens.last;
    const std::uint32_t end = right.tokens.first;
    if (end <= begin || end - begin > 2 || doc.tokens[begin].sentence != doc.tokens[end].sentence) return false;
    for (std::uint32_t i = begin; i < end; ++i)
        if (!is_link(doc.word(i))) return false;
    return true;
}

}  // namespace

void join_spelled_out_names(roster& work) {
    const auto acronyms = acronyms_of(work);
    if (acronyms.empty()) return;
    const auto spelled = [&](token_range range) {
        const std::string folded = fold_name(work.text(range));
        return std::any_of(acronyms.begin(), acronyms.end(),
                           [&](const std::string& acronym) { return is_acronym_of(acronym, folded); });
    };
    std::vector<name_span> joined;
    joined.reserve(work.names.size());
    for (const name_span& name : work.names) {
        if (!joined.empty() && joined.back().kind == entity_kind::organization && name.kind != entity_kind::person &&
            is_linked(work.doc, joined.back(), name) && !spelled(joined.back().tokens) &&
            spelled({joined.back().tokens.first, name.tokens.last})) {
            joined.back().tokens.last = name.tokens.last;
            joined.back().place = nullptr;
        } else {
            joined.push_back(name);
        }
    }
    work.names = std::move(joined);
}

}  // namespace throughline::entities
