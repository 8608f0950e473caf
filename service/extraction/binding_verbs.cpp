#include "extraction/binding_verbs.hpp"

#include "extraction/tables.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace throughline::extraction {
namespace {

constexpr int longest_climb = 8;

/// The event of a noun or the first one that its phrase names: "news of the flight".
std::uint32_t event_of_phrase(const syntax& tree, std::uint32_t noun, std::span<const std::uint32_t> mention_at) {
    if (mention_at[noun] != none) return mention_at[noun];
    for (const std::uint32_t c : tree.children(noun))
        if (universal(tree.at(c).relation) == deprel::nmod && mention_at[c] != none) return mention_at[c];
    return none;
}

bool opens_clause(const syntax& tree, std::uint32_t verb) {
    const deprel relation = tree.at(verb).relation;
    return relation == deprel::acl_relcl || universal(relation) == deprel::ccomp || relation == deprel::parataxis;
}

/// "sued to secure his release", "hired a lawyer to help secure it": the infinitive of a purpose, which trees hang on
/// the verb or on its object.
bool is_purpose(const syntax& tree, std::uint32_t verb) {
    if (tree.at(verb).penn != xpos::vb) return false;
    const std::uint32_t above = tree.at(verb).head;
    const bool helped = above != none && tree.at(verb).relation == deprel::xcomp && tree.lemma(above) == "help";
    const deprel relation = tree.at(helped ? above : verb).relation;
    return relation == deprel::advcl || relation == deprel::acl;
}

/// The clause that a participle goes on from, or that has a purpose: behind a comma the topmost verb of its clause,
/// else the verb it hangs on.
std::uint32_t event_of_clause(const syntax& tree, std::uint32_t verb, std::span<const std::uint32_t> mention_at) {
    const bool goes_on = tree.at(verb).penn == xpos::vbg && tree.child(verb, deprel::aux) == none;
    if (!goes_on && !is_purpose(tree, verb)) return none;
    const bool behind_comma = verb > 0 && tree.at(verb - 1).penn == xpos::comma;
    std::uint32_t found = none;
    std::uint32_t above = tree.at(verb).head;
    for (int step = 0; step < longest_climb && above != none; ++step, above = tree.at(above).head) {
        if (above < verb && mention_at[above] != none && (tree.is_verb(above) || found == none))
            found = mention_at[above];
        if (opens_clause(tree, above) || (found != none && !behind_comma)) break;
    }
    return found;
}

}  // namespace

tie_table read_ties(std::string_view name) {
    tie_table table;
    for (const auto& row : read_rows(name, 3)) {
        const auto kind = parse_relation(row[1]);
        if (!kind) throw std::runtime_error(std::string(name) + ": unknown relation " + std::string(row[1]));
        table.emplace(row[0], tie{*kind, row[2] == "up"});
    }
    return table;
}

ties binding_verb(const syntax& tree, std::uint32_t verb) {
    static const tie_table table = read_ties("service/extraction/data/causal_verbs.tsv");
    const std::uint32_t particle = tree.child(verb, deprel::compound_prt);
    if (particle == none) return table.equal_range(tree.lemma(verb));
    const auto phrase = std::string(tree.lemma(verb)).append(1, ' ').append(tree.lemma(particle));
    return table.equal_range(phrase);
}

bool binds(const syntax& tree, std::uint32_t verb) {
    const ties rows = binding_verb(tree, verb);
    return rows.first != rows.second;
}

std::uint32_t subject_event(const syntax& tree, std::uint32_t verb, std::span<const std::uint32_t> mention_at) {
    const std::uint32_t subject = tree.logical_subject(verb);
    const std::uint32_t told = subject == none ? none : event_of_phrase(tree, subject, mention_at);
    return told != none ? told : event_of_clause(tree, verb, mention_at);
}

bool is_brought_about(const syntax& tree, std::uint32_t noun, std::span<const std::uint32_t> mention_at) {
    const std::uint32_t verb = tree.at(noun).head;
    const deprel relation = universal(tree.at(noun).relation);
    if (verb == none || (relation != deprel::obj && relation != deprel::obl)) return false;
    const ties rows = binding_verb(tree, verb);
    const bool causes = std::any_of(rows.first, rows.second, [](const auto& row) {
        return row.second.kind == throughline::relation::causes && !row.second.up;
    });
    const std::uint32_t cause = causes ? subject_event(tree, verb, mention_at) : none;
    return cause != none && cause != mention_at[noun];
}

}  // namespace throughline::extraction
