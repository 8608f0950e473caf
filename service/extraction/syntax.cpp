#include "extraction/syntax.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Longest path that a walk upwards follows; deeper trees are not language.
constexpr int longest_path = 40;
/// A word with more dependents is a list or worse; the rest is not looked at, so that no text costs more than linear
/// time.
constexpr std::size_t most_children = 64;

}  // namespace

syntax::syntax(const document& doc) : doc_(doc) {
    link_children();
    measure_subtrees();
    mark_layers(current_ontology());
}

void syntax::link_children() {
    const auto count = doc_.tokens.size();
    child_begin_.assign(count + 1, 0);
    for (const token& word : doc_.tokens)
        if (word.head < count) ++child_begin_[word.head + 1];
    for (std::size_t i = 0; i < count; ++i) child_begin_[i + 1] += child_begin_[i];
    child_.resize(child_begin_[count]);
    std::vector<std::uint32_t> next(child_begin_.begin(), child_begin_.end() - 1);
    for (std::uint32_t i = 0; i < count; ++i)
        if (const std::uint32_t head = doc_.tokens[i].head; head < count) child_[next[head]++] = i;
}

void syntax::measure_subtrees() {
    // Leaves first; a token is done when all its children are. Tokens on a cycle keep their own place.
    const auto count = static_cast<std::uint32_t>(doc_.tokens.size());
    subtrees_.resize(count);
    std::vector<std::uint32_t> open(count);
    std::vector<std::uint32_t> ready;
    for (std::uint32_t i = 0; i < count; ++i) {
        subtrees_[i] = {i, i + 1};
        open[i] = child_begin_[i + 1] - child_begin_[i];
        if (open[i] == 0) ready.push_back(i);
    }
    while (!ready.empty()) {
        const std::uint32_t i = ready.back();
        ready.pop_back();
        const std::uint32_t head = doc_.tokens[i].head;
        if (head >= count) continue;
        subtrees_[head].first = std::min(subtrees_[head].first, subtrees_[i].first);
        subtrees_[head].last = std::max(subtrees_[head].last, subtrees_[i].last);
        if (--open[head] == 0) ready.push_back(head);
    }
}

void syntax::mark_layers(const ontology& types) {
    const auto count = doc_.tokens.size();
    words_.reserve(count);
    for (const token& word : doc_.tokens) words_.push_back(types.words().find(word.lemma));
    entity_mentions_.assign(count, none);
    for (std::uint32_t i = 0; i < doc_.entity_mentions.size(); ++i) {
        const entity_mention& mention = doc_.entity_mentions[i];
        for (std::uint32_t t = mention.tokens.first; t < std::min<std::size_t>(mention.tokens.last, count); ++t)
            entity_mentions_[t] = i;
        if (mention.head < count && entity_mentions_[mention.head] == none) entity_mentions_[mention.head] = i;
    }
    timexes_.assign(count, none);
    for (std::uint32_t i = 0; i < doc_.timexes.size(); ++i)
        for (std::uint32_t t = doc_.timexes[i].tokens.first;
             t < std::min<std::size_t>(doc_.timexes[i].tokens.last, count); ++t)
            timexes_[t] = i;
    quotes_.assign(count, none);
    for (std::uint32_t i = 0; i < doc_.quotes.size(); ++i)
        if (doc_.quotes[i].cue < count) quotes_[doc_.quotes[i].cue] = i;
}

std::span<const std::uint32_t> syntax::children(std::uint32_t index) const {
    const std::uint32_t begin = child_begin_[index];
    return {child_.data() + begin, std::min<std::size_t>(child_begin_[index + 1] - begin, most_children)};
}

std::uint32_t syntax::child(std::uint32_t index, deprel relation) const {
    for (const std::uint32_t c : children(index))
        if (at(c).relation == relation || universal(at(c).relation) == relation) return c;
    return none;
}

bool syntax::under(std::uint32_t index, std::uint32_t ancestor) const {
    for (int step = 0; step < longest_path && index != none; ++step, index = at(index).head)
        if (index == ancestor) return true;
    return false;
}

bool syntax::heads_clause(std::uint32_t index) const {
    switch (universal(at(index).relation)) {
        case deprel::root:
        case deprel::ccomp:
        case deprel::advcl:
        case deprel::acl:
        case deprel::parataxis:
        case deprel::csubj:
        case deprel::xcomp:
            return is_verb(index) || at(index).relation == deprel::root || child(index, deprel::nsubj) != none;
        case deprel::conj: return is_verb(index) || child(index, deprel::nsubj) != none;
        default: return at(index).head == none;
    }
}

std::uint32_t syntax::clause_of(std::uint32_t index) const {
    for (int step = 0; step < longest_path; ++step) {
        if (heads_clause(index)) return index;
        index = at(index).head;
    }
    return index;
}

bool syntax::is_verb(std::uint32_t index) const { return at(index).pos == upos::verb; }

bool syntax::is_noun(std::uint32_t index) const { return at(index).pos == upos::noun || at(index).pos == upos::propn; }

bool syntax::is_passive(std::uint32_t verb) const {
    for (const std::uint32_t c : children(verb)) {
        const deprel relation = at(c).relation;
        if (relation == deprel::aux_pass || relation == deprel::nsubj_pass || relation == deprel::csubj_pass)
            return true;
    }
    const token& word = at(verb);
    if (word.penn != xpos::vbn) return false;
    if (word.relation == deprel::acl || word.relation == deprel::amod || word.relation == deprel::advcl)
        return child(verb, deprel::aux) == none && child(verb, deprel::obj) == none;
    // "was arrested and charged": the second participle leans on the first one's auxiliary.
    return word.relation == deprel::conj && word.head != none && word.head != verb &&
           child(verb, deprel::aux) == none && child(verb, deprel::nsubj) == none && child(verb, deprel::obj) == none &&
           child(word.head, deprel::aux) != none && at(word.head).penn == xpos::vbn;
}

}  // namespace throughline::extraction
