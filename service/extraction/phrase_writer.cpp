#include "extraction/phrase_writer.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

bool is_possessive_pronoun(const token& word) { return word.penn == xpos::prp_poss; }

/// Last word of a person's name: the form after the first naming.
std::string short_name(const entity& who) {
    if (who.kind != entity_kind::person) return who.name;
    const std::size_t blank = who.name.rfind(' ');
    if (blank == std::string::npos) return who.name;
    const std::string last = who.name.substr(blank + 1);
    return last.size() > 3 ? last : who.name;
}

void append_word(std::string& out, std::string_view word, bool space) {
    if (space && !out.empty()) out += ' ';
    out += word;
}

}  // namespace

bool phrase_writer::is_kept(std::uint32_t index) const {
    const token& word = tree_.at(index);
    if (tree_.timex_at(index) != none) return false;
    if (tree_.is_verb(index) && (word.relation == deprel::amod || word.relation == deprel::acl) && index > word.head)
        return false;
    switch (word.relation) {
        case deprel::punct:
            return word.penn == xpos::hyph || word.penn == xpos::quote_open || word.penn == xpos::quote_close ||
                   word.penn == xpos::dollar || word.penn == xpos::sym;
        case deprel::acl_relcl: return word.head != none && tree_.at(word.head).penn == xpos::wp;  // "what she did"
        case deprel::appos:
        case deprel::advcl:
        case deprel::advcl_relcl:
        case deprel::parataxis:
        case deprel::discourse:
        case deprel::vocative:
        case deprel::dislocated:
        case deprel::reparandum: return false;
        default: return true;
    }
}

std::vector<std::uint32_t> phrase_writer::keep(std::uint32_t head) const {
    std::vector<std::uint32_t> kept;
    std::vector<std::uint32_t> open{head};
    while (!open.empty() && kept.size() < 200) {
        const std::uint32_t index = open.back();
        open.pop_back();
        kept.push_back(index);
        for (const std::uint32_t c : tree_.children(index)) {
            if (!is_kept(c)) continue;
            // "on Tuesday": the preposition goes with its expression, also when a noun heads both.
            open.push_back(c);
        }
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

/// The mention of the person that a noun names or stands before as a title ("President" before "Ann Lee"); none.
std::uint32_t phrase_writer::described_person(std::uint32_t noun) const {
    if (tree_.mention_at(noun) != none) return tree_.mention_at(noun);
    const token& word = tree_.at(noun);
    const bool title = word.relation == deprel::nmod_desc || word.relation == deprel::compound;
    return title && word.head != none && word.head > noun ? tree_.mention_at(word.head) : none;
}

/// "the president", "these Democrats" where a person's name will stand: a name takes neither determiner nor adjective.
bool phrase_writer::determines_name(std::uint32_t index) const {
    const token& word = tree_.at(index);
    if (word.relation != deprel::det && word.relation != deprel::amod) return false;
    if (word.head == none || tree_.mention_at(word.head) == none) return false;
    const document& doc = tree_.doc();
    const entity_mention& below = doc.entity_mentions[tree_.mention_at(word.head)];
    const bool replaced = !below.named && below.tokens.size() == 1;
    return replaced || (word.relation == deprel::det && doc.entities[below.entity].kind == entity_kind::person);
}

std::string phrase_writer::name_of(std::uint32_t mention, std::vector<std::uint32_t>& named) const {
    const document& doc = tree_.doc();
    const entity_mention& here = doc.entity_mentions[mention];
    const entity& who = doc.entities[here.entity];
    const bool known = std::find(named.begin(), named.end(), here.entity) != named.end();
    // "Republicans", "U.S. embassy": only a person's name is better in full than as the text has it.
    if (here.named && who.kind != entity_kind::person) {
        if (!known) named.push_back(here.entity);
        return std::string(doc.words(doc.extent(here.tokens)));
    }
    // "Ann Lee says she will go": a pronoun is clear behind the one name that it means.
    const bool last = !named.empty() && named.back() == here.entity;
    if (last && here.tokens.size() == 1 && tree_.at(here.head).pos == upos::pron)
        return text::lower(doc.words(doc.extent(here.tokens)));
    const std::string ending = is_possessive_pronoun(tree_.at(here.head)) ? "'s" : "";
    if (known) return short_name(who) + ending;
    named.push_back(here.entity);
    return who.name + ending;
}

std::string phrase_writer::write(const std::vector<std::uint32_t>& tokens, std::vector<std::uint32_t>& named) const {
    const document& doc = tree_.doc();
    std::string out;
    std::uint32_t written = none;  // mention that has been written already
    std::uint32_t previous = none;
    for (std::size_t k = 0; k < tokens.size(); ++k) {
        const std::uint32_t t = tokens[k];
        const token& word = tree_.at(t);
        const std::uint32_t mention = tree_.mention_at(t);
        const bool space = previous == none || word.space_before || t != previous + 1;
        previous = t;
        const std::uint32_t above = word.head;
        if (mention == none && determines_name(t)) continue;
        const std::uint32_t person = above != none && above > t ? described_person(above) : none;
        // "the French President" before "Emmanuel Macron": a name stands for itself.
        if (mention != none && person != none && person != mention && doc.entity_mentions[person].named &&
            doc.entities[doc.entity_mentions[person].entity].kind == entity_kind::person &&
            (word.relation == deprel::amod || word.relation == deprel::compound || word.relation == deprel::nmod_desc))
            continue;
        if (mention == none) {
            // Titles before a person's name: "Republican Senator" before "Ann Lee".
            const std::uint32_t head = word.head;
            const bool describes =
                head != none && head > t && tree_.mention_at(head) != none &&
                doc.entity_mentions[tree_.mention_at(head)].named &&
                doc.entities[doc.entity_mentions[tree_.mention_at(head)].entity].kind == entity_kind::person;
            if (describes && word.relation != deprel::case_ && word.relation != deprel::cc && word.pos != upos::num)
                continue;
            append_word(out, doc.word(t), space);
            continue;
        }
        if (mention == written) continue;
        const entity_mention& name = doc.entity_mentions[mention];
        const bool own_words = name.named || name.tokens.size() == 1;
        written = mention;
        if (!own_words) {
            append_word(out, doc.word(t), space);
            written = none;
            continue;
        }
        append_word(out, name_of(mention, named), space);
    }
    return out;
}

std::string shorten(const std::string& text, std::size_t limit) {
    if (text::length(text) <= limit) return text;
    std::size_t end = 0;
    std::size_t best = 0;
    for (std::size_t count = 0; end < text.size() && count + 1 < limit; ++count) {
        if (text[end] == ' ') best = end;
        end += text::decode(text, end).size;
    }
    if (best == 0) best = end;
    std::string out = text.substr(0, best);
    while (!out.empty() && (out.back() == ',' || out.back() == ' ' || out.back() == '-')) out.pop_back();
    return out + "\u2026";
}

}  // namespace throughline::extraction
