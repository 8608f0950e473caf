#include "extraction/event_anaphors.hpp"

#include "extraction/tables.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace throughline::extraction {
namespace {

/// How far back the event is looked for.
constexpr std::uint32_t sentences_back = 3;
constexpr std::size_t matches_back = 40;

using type_names = std::unordered_set<std::string_view>;

const type_names* types_of(std::string_view lemma) {
    static const auto table = [] {
        std::unordered_map<std::string_view, type_names> all;
        for (const auto& row : read_rows("service/extraction/data/event_anaphors.tsv", 2)) {
            std::string_view rest = row[1];
            for (auto comma = rest.find(','); !rest.empty(); comma = rest.find(',')) {
                all[row[0]].insert(rest.substr(0, comma));
                rest.remove_prefix(std::min(rest.size(), comma == rest.npos ? comma : comma + 1));
            }
        }
        return all;
    }();
    const auto found = table.find(lemma);
    return found == table.end() ? nullptr : &found->second;
}

bool takes(const type_names& wanted, const event_type& type) {
    return wanted.contains(type.name) || wanted.contains(type.speech ? "speech" : "*");
}

/// "the", "this", "such" before it and nothing behind it that says of what.
bool points_back(const syntax& tree, std::uint32_t noun) {
    bool points = false;
    for (const std::uint32_t c : tree.children(noun)) {
        const deprel relation = universal(tree.at(c).relation);
        if (c > noun && (relation == deprel::nmod || relation == deprel::acl)) return false;
        const std::string_view word = tree.lemma(c);
        const bool article = relation == deprel::det && (word == "the" || word == "this" || word == "that");
        points = points || article || word == "such" || tree.at(c).relation == deprel::nmod_poss;
    }
    return points;
}

}  // namespace

std::uint32_t phrase_head(const syntax& tree, const ontology& types, const trigger_match& match) {
    const token& word = tree.at(match.token);
    if (match.word_class != trigger_class::noun || word.relation != deprel::compound || word.head != match.token + 1)
        return match.token;
    const type_names* wanted = types_of(tree.lemma(word.head));
    return wanted != nullptr && wanted->contains(types.types()[match.type].name) ? word.head : match.token;
}

std::vector<event_anaphor> find_event_anaphors(const syntax& tree, const ontology& types,
                                               const std::vector<trigger_match>& matches) {
    std::vector<event_anaphor> found;
    std::size_t before = 0;  // matches that begin before the noun
    for (std::uint32_t t = 0; t < tree.doc().tokens.size(); ++t) {
        while (before < matches.size() && matches[before].token < t) ++before;
        const bool trigger = (before < matches.size() && matches[before].token == t) ||
                             (before > 0 && phrase_head(tree, types, matches[before - 1]) == t);
        const type_names* wanted = tree.is_noun(t) && !trigger ? types_of(tree.lemma(t)) : nullptr;
        if (wanted == nullptr || !points_back(tree, t)) continue;
        for (std::size_t j = before; j-- > 0 && before - j <= matches_back;) {
            const trigger_match& match = matches[j];
            if (tree.at(match.token).sentence + sentences_back < tree.at(t).sentence) break;
            if (!takes(*wanted, types.types()[match.type]) || tree.under(t, match.predicate())) continue;
            found.push_back({t, static_cast<std::uint32_t>(j)});
            break;
        }
    }
    return found;
}

}  // namespace throughline::extraction
