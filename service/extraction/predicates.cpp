#include "extraction/predicates.hpp"

#include "extraction/factuality.hpp"
#include "extraction/triggers.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

bool has_argument(const syntax& tree, std::uint32_t verb) {
    return tree.logical_subject(verb) != none || tree.logical_object(verb) != none;
}

}  // namespace

std::vector<std::uint32_t> predicates(const document& doc) {
    const syntax tree(doc);
    const ontology& types = current_ontology();
    std::vector<std::uint32_t> found;
    std::vector<bool> lends(doc.tokens.size(), false);
    for (const trigger_match& match : find_triggers(tree, types)) {
        if (match.light != none) lends[match.light] = true;
        if (status_of(tree, match)) found.push_back(match.token);
    }
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
        if (!tree.is_verb(t) || lends[t] || !has_argument(tree, t)) continue;
        trigger_match match;
        match.token = t;
        match.words = {t, t + 1};
        match.speech = true;  // a habit told in the present counts
        if (status_of(tree, match)) found.push_back(t);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace throughline::extraction
