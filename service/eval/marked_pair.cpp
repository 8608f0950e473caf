#include "eval/marked_pair.hpp"

#include "document/document.hpp"
#include "eval/markup.hpp"
#include "extraction/constraints.hpp"
#include "extraction/factuality.hpp"
#include "extraction/triggers.hpp"
#include "pipeline/pipeline.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

namespace throughline::eval {
namespace {

constexpr std::uint32_t none = token::no_head;
constexpr int longest_climb = 40;

/// The topmost token of a stretch of the text; none when it holds no token.
std::uint32_t head_of(const document& doc, span where) {
    std::uint32_t first = none;
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
        if (!doc.tokens[t].where.overlaps(where)) continue;
        if (first == none) first = t;
        const std::uint32_t head = doc.tokens[t].head;
        if (head == none || !doc.tokens[head].where.overlaps(where)) return t;
    }
    return first;
}

/// From a token up to its sentence's root, both included.
std::vector<std::uint32_t> path_up(const document& doc, std::uint32_t from) {
    std::vector<std::uint32_t> path;
    for (int step = 0; step < longest_climb && from != none; ++step, from = doc.tokens[from].head) path.push_back(from);
    return path;
}

/// Words that may tell what ties the two, the most telling first.
std::vector<std::uint32_t> between(const document& doc, const marked_pair& pair) {
    auto source = path_up(doc, head_of(doc, pair.source));
    auto target = path_up(doc, head_of(doc, pair.target));
    std::vector<std::uint32_t> common;
    while (!source.empty() && !target.empty() && source.back() == target.back()) {
        common.push_back(source.back());
        source.pop_back();
        target.pop_back();
    }
    std::vector<std::uint32_t> order;
    if (!common.empty()) {
        // The lowest word that governs both, and what it does: "launched an inquiry".
        order.push_back(common.back());
        for (std::uint32_t t = common.back() + 1; t < doc.tokens.size(); ++t)
            if (doc.tokens[t].head == common.back() && doc.tokens[t].relation == deprel::obj) order.push_back(t);
    }
    order.insert(order.end(), target.rbegin(), target.rend());
    order.insert(order.end(), source.rbegin(), source.rend());
    order.insert(order.end(), common.rbegin(), common.rend());
    return order;
}

bool is_one_of(std::string_view root, std::initializer_list<std::string_view> roots) {
    return std::find(roots.begin(), roots.end(), root) != roots.end();
}

/// The root that the codebook gives by how the event is told: cooperation that is not given is refused, that is to come
/// is agreed to; force to come is threatened.
std::string_view as_told(const extraction::syntax& tree, const extraction::trigger_match& match) {
    const std::string_view root = match.plover.substr(0, match.plover.find('/'));
    const std::uint32_t predicate = match.predicate();
    const bool kind = is_one_of(root, {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"});
    const bool hostile = is_one_of(root, {"SANCTION", "COERCE", "ASSAULT"});
    if (kind && extraction::is_negated(tree, predicate)) return "REJECT";
    const bool ahead = tree.is_verb(predicate) && extraction::tense_of(tree, predicate) == extraction::tense::future;
    if (kind && ahead) return "AGREE";
    return hostile && ahead ? "THREATEN" : root;
}

}  // namespace

marked_pair read_marked_pair(std::string_view marked) {
    marked_pair pair;
    pair.text = resolve_entities(marked.substr(0, marked.find('<')));
    std::uint32_t opened = 0;
    while (const auto tag = next_tag(marked)) {
        const auto here = static_cast<std::uint32_t>(pair.text.size());
        if (tag->name == "s" || tag->name == "t") opened = here;
        if (tag->name == "/s" && pair.source.empty()) pair.source = {opened, here};
        if (tag->name == "/t" && pair.target.empty()) pair.target = {opened, here};
        pair.text += resolve_entities(tag->words);
    }
    return pair;
}

std::string plover_root(const marked_pair& pair) {
    document doc;
    doc.text = pair.text;
    pipeline::run(doc);
    const extraction::syntax tree(doc);
    for (const std::uint32_t t : between(doc, pair)) {
        const auto told = extraction::read_triggers(tree, extraction::current_ontology(), std::span(&t, 1));
        if (!told.front().plover.empty()) return std::string(as_told(tree, told.front()));
    }
    return {};
}

}  // namespace throughline::eval
