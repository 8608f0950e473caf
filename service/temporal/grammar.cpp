#include "temporal/grammar.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::temporal {

void grammar::add(std::uint32_t rule, const sequence& pattern) {
    if (pattern.symbols.empty() || pattern.symbols.size() > longest_pattern)
        throw std::length_error("temporal: a pattern is empty or too long");
    std::uint32_t at = 0;
    for (const symbol what : pattern.symbols) {
        auto& children = nodes_[at].children;
        const auto found =
            std::find_if(children.begin(), children.end(), [&](const child& c) { return c.what == what; });
        if (found != children.end()) {
            at = found->node;
            continue;
        }
        const auto fresh = static_cast<std::uint32_t>(nodes_.size());
        children.push_back({what, fresh});
        nodes_.emplace_back();
        at = fresh;
    }
    if (nodes_[at].rule >= 0) return;
    nodes_[at].rule = static_cast<std::int32_t>(rule);
    nodes_[at].begin = pattern.begin;
    nodes_[at].end = pattern.end;
}

void grammar::compile() {
    for (auto& node : nodes_)
        std::sort(node.children.begin(), node.children.end(), [](child a, child b) { return a.what < b.what; });
    for (const auto [what, node] : nodes_[0].children) {
        if (first_.size() <= what) first_.resize(what + 1u, 0);
        first_[what] = node;
    }
}

std::optional<grammar_match> grammar::match(const lexed_text& text, std::size_t item) const {
    std::optional<grammar_match> best;
    for (const term reading : text.terms_of(item)) {
        if (reading.what >= first_.size() || first_[reading.what] == 0) continue;
        // Most first words of patterns ("the", "in") stand before words of no interest: nothing to walk for there.
        const bool lone = item + 1 >= text.items.size() || text.items[item + 1].term_count == 0;
        if (lone && nodes_[first_[reading.what]].rule < 0) continue;
        grammar_match path;
        path.terms[0] = reading;
        walk(text, item, first_[reading.what], 1, path, best);
    }
    return best;
}

void grammar::walk(const lexed_text& text, std::size_t item, std::uint32_t at, std::size_t depth, grammar_match& path,
                   std::optional<grammar_match>& best) const {
    const node& here = nodes_[at];
    if (here.rule >= 0) {
        const auto rule = static_cast<std::uint32_t>(here.rule);
        if (!best || depth > best->length || (depth == best->length && rule < best->rule)) {
            best = path;
            best->rule = rule;
            best->length = static_cast<std::uint8_t>(depth);
            best->begin = here.begin;
            best->end = here.end;
        }
    }
    const std::size_t next = item + depth;
    if (here.children.empty() || next >= text.items.size() || text.items[next].sentence != text.items[item].sentence)
        return;
    for (const term reading : text.terms_of(next)) {
        const auto found = std::lower_bound(here.children.begin(), here.children.end(), reading.what,
                                            [](const child& c, symbol what) { return c.what < what; });
        if (found == here.children.end() || found->what != reading.what) continue;
        path.terms[depth] = reading;
        walk(text, item, found->node, depth + 1, path, best);
    }
}

}  // namespace throughline::temporal
