// The parts of syntax that find a verb's logical arguments.
#include "extraction/syntax.hpp"
#include "extraction/tables.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr int deepest_control = 6;
/// How far behind a word its bare or prepositional object begins at the latest, and how long it may be.
constexpr std::uint32_t longest_gap = 4;
constexpr std::uint32_t longest_phrase = 9;

/// Tokens of a dateline: "SAN SALVADOR, El Salvador (Wire) —".
constexpr std::uint32_t longest_dateline = 12;

/// The dash that ends the place in capitals with which a paragraph begins ("GENEVA — "); 0 when there is none.
std::uint32_t end_of_dateline(const document& doc, std::uint32_t sentence) {
    const token_range words = doc.sentences[sentence].tokens;
    const bool begins = sentence == 0 || doc.sentences[sentence - 1].paragraph != doc.sentences[sentence].paragraph;
    const std::string_view first = doc.word(words.first);
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (!begins || first.size() < 3 || std::any_of(first.begin(), first.end(), is_lower)) return 0;
    for (std::uint32_t t = words.first + 1; t < words.last && t < words.first + longest_dateline; ++t) {
        const std::string_view word = doc.word(t);
        if (word == "\u2014" || word == "\u2013" || word == "--" || word == "-") return t;
        if (doc.tokens[t].pos == upos::verb || doc.tokens[t].pos == upos::adp) return 0;
    }
    return 0;
}

/// What the tree hangs on a dateline where it takes that for the subject: the first noun or name behind the dash that
/// hangs on it, none when there is none.
std::uint32_t first_nominal(const syntax& tree, std::uint32_t dash, std::uint32_t dateline) {
    for (const std::uint32_t c : tree.children(dateline))
        if (c > dash && tree.is_noun(c)) return c;
    return none;
}

/// "accuse her of stealing", "congratulate him on winning".
bool controls_by_object(std::string_view verb, std::string_view preposition) {
    static const auto verbs = read_words("service/extraction/data/object_control.tsv");
    if (preposition == "of") return true;
    return (preposition == "for" || preposition == "on" || preposition == "from" || preposition == "into") &&
           verbs.contains(verb);
}

}  // namespace

std::uint32_t syntax::surface_subject(std::uint32_t verb) const {
    std::uint32_t first = none;
    for (const std::uint32_t c : children(verb)) {
        if (universal(at(c).relation) != deprel::nsubj || timex_at(c) != none) continue;
        if (first != none) return mention_at(first) == none && c < verb ? apposed_subject(verb, first) : first;
        const std::uint32_t dash = end_of_dateline(doc_, at(c).sentence);
        first = c < dash && dash < verb ? first_nominal(*this, dash, c) : antecedent(c);
    }
    return first;
}

/// "The head of the panel, Senator Lee, wrote": where the tree takes an apposition for a second subject, whom it names.
std::uint32_t syntax::apposed_subject(std::uint32_t verb, std::uint32_t first) const {
    const std::uint32_t beside = preceding_noun(verb);
    return beside != none && beside > first && mention_at(beside) != none ? beside : first;
}

/// An object that is no time expression: the parser takes "said Monday" for one.
std::uint32_t syntax::object_child(std::uint32_t verb) const {
    for (const std::uint32_t c : children(verb))
        if (at(c).relation == deprel::obj && timex_at(c) == none) return c;
    return none;
}

/// The noun or name right before a finite verb, over adverbs, auxiliaries and the comma that ends an apposition; none.
std::uint32_t syntax::preceding_noun(std::uint32_t verb) const {
    const xpos penn = at(verb).penn;
    if (penn != xpos::vbd && penn != xpos::vbz && penn != xpos::vbp && child(verb, deprel::aux) == none) return none;
    bool over_comma = false;
    for (std::uint32_t t = verb; t-- > 0 && verb - t <= longest_gap + 1;) {
        if (at(t).sentence != at(verb).sentence) return none;
        const std::uint32_t mention = mention_at(t);
        if (mention != none &&
            (!over_comma || doc_.entities[doc_.entity_mentions[mention].entity].kind == entity_kind::person))
            return doc_.entity_mentions[mention].head;
        if (timex_at(t) != none || at(t).pos == upos::adv || at(t).pos == upos::aux || at(t).pos == upos::part)
            continue;
        if (is_noun(t) && !over_comma) return t;
        if (at(t).penn != xpos::comma || over_comma) return none;
        over_comma = true;
    }
    return none;
}

std::uint32_t syntax::subject(std::uint32_t verb, int depth) const {
    if (const std::uint32_t own = surface_subject(verb); own != none) return own;
    const token& word = at(verb);
    const std::uint32_t head = word.head;
    if (depth >= deepest_control || head == none) return none;
    switch (word.relation) {
        case deprel::conj: {
            // "after Lee was hired": a name right before its verb is its subject, whatever the tree joins that to.
            const std::uint32_t beside = child(verb, deprel::aux) != none ? preceding_noun(verb) : none;
            if (beside != none && mention_at(beside) != none) return beside;
            const std::uint32_t first = governor(verb);
            if (!is_verb(first) && child(first, deprel::nsubj) == none) return none;
            const std::uint32_t shared = subject(first, depth + 1);
            return shared != none || !is_verb(first) ? shared : preceding_noun(first);
        }
        case deprel::xcomp:
        case deprel::ccomp: {
            if (word.relation == deprel::ccomp && word.penn != xpos::vb && word.penn != xpos::vbg) return none;
            const std::uint32_t object = child(head, deprel::obj);
            // "made plans to meet": the noun, which acts on nothing, governs the infinitive.
            const bool light = child(verb, deprel::mark) != none && (lemma(head) == "make" || lemma(head) == "have");
            if (object != none && object < verb && !light && lemma(head) != "promise") return antecedent(object);
            if (is_passive(head) || object == none || light) return subject(head, depth + 1);
            return none;
        }
        case deprel::advcl: return subject_of_adverbial(verb, depth);
        case deprel::acl: {
            if (is_verb(head)) return subject_of_adverbial(verb, depth);  // a slip of the tree: it modifies nouns
            // "in the process of leaving": what a noun with a preposition governs is done by whoever owns the noun.
            if (word.penn != xpos::vb && !(word.penn == xpos::vbg && child(verb, deprel::mark) != none)) return head;
            // "plans to meet": the plan's owner meets; "the decision to sack him": whoever decides.
            const std::uint32_t owner = child(head, deprel::nmod_poss);
            if (owner != none) return owner;
            const std::uint32_t above = at(head).head;
            return above != none && is_verb(above) ? subject(above, depth + 1) : none;
        }
        case deprel::acl_relcl: return child(verb, deprel::obj) != none ? head : none;
        case deprel::amod: return head;
        default: return none;
    }
}

/// "He left, saying …"; but "accused her of stealing": whom some verbs are done to does what follows.
std::uint32_t syntax::subject_of_adverbial(std::uint32_t verb, int depth) const {
    const std::uint32_t head = at(verb).head;
    const std::uint32_t mark = child(verb, deprel::mark) != none ? child(verb, deprel::mark) : preposition(verb);
    const std::uint32_t object = is_verb(head) ? child(head, deprel::obj) : none;
    if (object != none && mark != none && controls_by_object(lemma(head), lemma(mark))) return antecedent(object);
    return subject(head, depth + 1);
}

std::uint32_t syntax::governor(std::uint32_t index) const {
    const std::uint32_t first = at(index).head;
    if (first == none || at(index).relation != deprel::conj || at(index).penn != xpos::vbg) return first;
    const std::uint32_t above = at(first).head;
    const bool adverbial = at(first).relation == deprel::advcl || at(first).relation == deprel::acl;
    const bool ambiguous = adverbial && above != none && is_verb(above) && at(above).penn == xpos::vbg &&
                           (preposition(first) != none || child(first, deprel::mark) != none) &&
                           (preposition(above) != none || child(above, deprel::mark) != none);
    return ambiguous ? above : first;
}

std::uint32_t syntax::logical_subject(std::uint32_t verb) const {
    if (!is_passive(verb)) {
        const std::uint32_t found = subject(verb, 0);
        return found != none || !is_verb(verb) ? found : preceding_noun(verb);
    }
    for (const std::uint32_t c : children(verb)) {
        if (at(c).relation == deprel::obl_agent) return antecedent(c);
        if (at(c).relation == deprel::obl && preposition(c) != none && lemma(preposition(c)) == "by" &&
            timex_at(c) == none)
            return antecedent(c);
    }
    return none;
}

std::uint32_t syntax::logical_object(std::uint32_t verb) const {
    if (is_passive(verb)) {
        const std::uint32_t found = subject(verb, 0);
        return found != none ? found : preceding_noun(verb);
    }
    if (const std::uint32_t own = object_child(verb); own != none) return antecedent(own);
    if (at(verb).relation == deprel::acl_relcl && surface_subject(verb) != none &&
        surface_subject(verb) != at(verb).head)
        return at(verb).head;  // "the papers she leaked"
    // A nominal complement without an object is the object: "called Director Ann Lee".
    for (const std::uint32_t c : children(verb))
        if (at(c).relation == deprel::xcomp && is_noun(c) && c > verb) return c;
    // "met and congratulated her": a shared object hangs on the last verb.
    for (const std::uint32_t c : children(verb))
        if (at(c).relation == deprel::conj && is_verb(c) && child(c, deprel::nsubj) == none && !is_passive(c) &&
            c == verb + 2)
            return antecedent(child(c, deprel::obj));
    // The name that follows a verb whose subject is known, where the tree gives the verb no complement at all.
    const bool complete = child(verb, deprel::ccomp) != none || child(verb, deprel::xcomp) != none;
    return !complete && is_verb(verb) && surface_subject(verb) != none ? following_name(verb) : none;
}

/// The head of a name that follows without a verb, a mark or a preposition between; none.
std::uint32_t syntax::following_name(std::uint32_t index) const {
    for (std::uint32_t t = index + 1; t < doc_.tokens.size() && t <= index + longest_gap; ++t) {
        if (at(t).sentence != at(index).sentence) return none;
        if (mention_at(t) != none) return doc_.entity_mentions[mention_at(t)].head;
        const upos pos = at(t).pos;
        if (pos == upos::verb || pos == upos::aux || pos == upos::punct || pos == upos::adp || pos == upos::cconj)
            return none;
    }
    return none;
}

std::vector<prepositional_phrase> syntax::phrases(std::uint32_t index) const {
    std::vector<prepositional_phrase> all;
    for (const std::uint32_t c : children(index)) {
        if (timex_at(c) != none) continue;
        for (const std::uint32_t below : children(c))
            if (at(below).relation == deprel::case_ || at(below).relation == deprel::mark) {
                all.push_back({below, c});
                break;
            }
    }
    const std::uint32_t next = index + 1;
    if (next >= doc_.tokens.size() || at(next).pos != upos::adp || at(next).sentence != at(index).sentence) return all;
    for (const prepositional_phrase& phrase : all)
        if (phrase.preposition == next) return all;
    for (std::uint32_t t = next + 1; t < doc_.tokens.size() && t <= next + longest_phrase; ++t) {
        if (at(t).sentence != at(index).sentence || timex_at(t) != none) break;
        const upos pos = at(t).pos;
        if (pos == upos::verb || pos == upos::aux || pos == upos::punct || pos == upos::sconj || pos == upos::pron)
            break;
        if (pos == upos::adp && lemma(t) != "of") break;
        // All the names of the phrase: "between Ann Lee and the Swiss minister Urs Frei".
        if (mention_at(t) != none && doc_.entity_mentions[mention_at(t)].head == t) all.push_back({next, t});
    }
    return all;
}

/// "Ruritania and Freedonia will": the first of two names with which a sentence begins, which a tree may part; none.
std::uint32_t syntax::opening_name(std::uint32_t second) const {
    const std::uint32_t mention = mention_at(second);
    if (mention == none) return none;
    const std::uint32_t begin = doc_.entity_mentions[mention].tokens.first;
    if (begin < 2 || at(begin - 1).pos != upos::cconj || mention_at(begin - 2) == none) return none;
    const entity_mention& before = doc_.entity_mentions[mention_at(begin - 2)];
    const bool opens = before.tokens.first == doc_.sentences[at(second).sentence].tokens.first;
    return opens && before.named ? before.head : none;
}

std::vector<std::uint32_t> syntax::coordinated(std::uint32_t nominal) const {
    std::vector<std::uint32_t> all{nominal};
    for (std::size_t next = 0; next < all.size() && all.size() < 32; ++next)
        for (const std::uint32_t c : children(all[next]))
            if (at(c).relation == deprel::conj && !is_verb(c)) all.push_back(c);
    if (const std::uint32_t first = opening_name(nominal); first != none) all.push_back(first);
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace throughline::extraction
