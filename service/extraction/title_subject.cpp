#include "extraction/title_subject.hpp"

#include "extraction/acting_names.hpp"
#include "extraction/tables.hpp"
#include "extraction/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {

namespace {

/// "Germans", "Turkish officials".
bool is_plural_name(const entity& who) { return who.kind == entity_kind::group && who.name.ends_with('s'); }

}  // namespace

std::string title_subject::phrase(std::uint32_t subject) {
    if (const std::uint32_t name = person_in_apposition(tree_, subject); name != none) {
        begin(false);
        return phrases_.write({name}, words_);
    }
    // What stands in one piece around the subject, up to a verb: beyond it the tree is wrong.
    const auto kept = phrases_.keep(subject);
    const auto is_verbal = [&](std::uint32_t t) {
        const token& word = tree_.at(t);
        return tree_.mention_at(t) == none && t != subject &&
               (word.pos == upos::aux || word.penn == xpos::vbd || word.penn == xpos::vbz || word.penn == xpos::vbp ||
                word.penn == xpos::rb || (word.penn == xpos::vbn && t > subject));
    };
    // "GENEVA — The minister": what stands before a dash is no part of the subject.
    const auto is_dash = [&](std::uint32_t t) {
        const std::string_view before = t > 0 ? tree_.doc().word(t - 1) : std::string_view();
        return before == "\u2014" || before == "\u2013" || before == "--";
    };
    std::vector<std::uint32_t> words;
    for (const std::uint32_t t : kept) {
        if (tree_.lemma(t).ends_with("self") || tree_.doc().word(t).ends_with("selves")) continue;  // "Lee herself"
        if (t <= subject && is_dash(t)) words.clear();
        // "by accusing Ann Lee": what governs a name is no part of it.
        if (t < subject && tree_.at(t).penn == xpos::vbg && tree_.mention_at(subject) != none) continue;
        if (!is_verbal(t))
            words.push_back(t);
        else if (t < subject)
            words.clear();
        else
            break;
    }
    words = phrases_.without_opening(std::move(words), false);
    while (words.size() > 1 && tree_.at(words.back()).penn == xpos::pos) words.pop_back();
    if (is_known_person(subject) || is_anyone(subject)) words_.leans = true;
    // "One resigns", "The two agree": who they are the text has told before.
    if (words.size() == 1 && tree_.at(subject).penn == xpos::cd) words_.leans = true;
    // "Former Gov." before a name that the tree takes for something else.
    const std::string_view last = words.empty() ? std::string_view() : tree_.doc().word(words.back());
    if (last.size() > 1 && last.ends_with('.') && tree_.mention_at(words.back()) == none) words_.leans = true;
    const written_words before = words_;
    std::string text = phrases_.write(words, words_);
    begin(heads_several(subject) || is_plural_noun(subject));
    names_person(text);
    if (text::length(text) <= longest_title / 2) return text;
    // "The leaders of the two largest parties and their allies": the noun with what stands before it.
    std::erase_if(words, [&](std::uint32_t t) { return t > subject; });
    for (const auto& shorter : {words, std::vector<std::uint32_t>{subject}}) {
        words_ = before;
        text = phrases_.write(shorter, words_);
        begin(is_plural_noun(subject));
        names_person(text);
        if (text::length(text) <= longest_title / 2) break;
    }
    // "the office" of somebody whose name and titles took the room
    if (text == tree_.doc().word(subject) && tree_.mention_at(subject) == none) words_.leans = true;
    return text;
}

std::string title_subject::names(participant_role role) {
    std::string all;
    std::size_t count = 0;
    bool plural = false;
    for (const mention_participant& part : mention_.participants) {
        const entity& who = tree_.doc().entities[part.entity];
        // "Russian" alone names nobody.
        const bool adjective = who.kind == entity_kind::group && who.key.starts_with("people:") && !is_plural_name(who);
        if (part.role != role || count == 2 || adjective) continue;
        if (!all.empty()) all += " and ";
        words_.named.push_back(part.entity);
        all += who.name;
        plural = is_plural_name(who);
        ++count;
    }
    begin(plural || count > 1);
    return all;
}

void title_subject::clear() { words_ = {}; }

void title_subject::begin(bool plural) {
    words_.has_subject = true;
    words_.plural_subject = plural;
    words_.person_subject =
        !words_.named.empty() && tree_.doc().entities[words_.named.back()].kind == entity_kind::person;
}

/// Somebody whose name ends the phrase: "the envoy Ann Lee", but not "Ann Lee's office".
void title_subject::names_person(std::string_view phrase) {
    if (!words_.person_subject) return;
    const std::string_view name = tree_.doc().entities[words_.named.back()].name;
    words_.person_subject = phrase.ends_with(name.substr(name.rfind(' ') + 1));
}

/// "the Kentucky Republican", "the former governor": somebody whom the text has named.
bool title_subject::is_known_person(std::uint32_t subject) const {
    static const auto people = read_words("service/extraction/data/describing_nouns.tsv");
    const document& doc = tree_.doc();
    const std::uint32_t mention = tree_.mention_at(subject);
    if (tree_.at(subject).penn == xpos::nns || tree_.at(subject).penn == xpos::nnps) return false;
    if (mention != none && doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::person) return false;
    if (!people.contains(text::lower(tree_.lemma(subject)))) return false;
    bool definite = false;
    for (const std::uint32_t c : tree_.children(subject)) {
        const deprel relation = universal(tree_.at(c).relation);
        if (c > subject && (relation == deprel::nmod || relation == deprel::acl || relation == deprel::appos))
            return false;
        definite = definite || (tree_.at(c).relation == deprel::det && tree_.lemma(c) == "the");
    }
    return definite;
}

/// "Pundits complain", "others say": of whom the text tells no more.
bool title_subject::is_anyone(std::uint32_t subject) const {
    static const auto nouns = read_words("service/extraction/data/anyone_nouns.tsv");
    if (tree_.mention_at(subject) != none || !nouns.contains(text::lower(tree_.lemma(subject)))) return false;
    const token_range phrase = tree_.subtree(subject);
    for (std::uint32_t t = phrase.first; t < phrase.last; ++t)
        if (tree_.mention_at(t) != none) return false;
    return true;
}

bool title_subject::heads_several(std::uint32_t subject) const {
    const std::uint32_t own = tree_.mention_at(subject);
    const auto several = tree_.coordinated(subject);
    // "the Bureau of Roads and Bridges" is one.
    return std::any_of(several.begin(), several.end(), [&](std::uint32_t one) {
        return one != subject && (own == none || tree_.mention_at(one) != own);
    });
}

bool title_subject::is_plural_noun(std::uint32_t subject) const {
    static constexpr std::string_view plural_words[] = {"many", "some", "several", "few", "both", "others",
                                                        "they", "we",   "I",       "you", "those"};
    const auto is_plural_word = [](std::string_view lemma) {
        return std::find(std::begin(plural_words), std::end(plural_words), lemma) != std::end(plural_words);
    };
    const document& doc = tree_.doc();
    const token& word = tree_.at(subject);
    // "several Senate Democrats", whatever kind of name the noun is taken for.
    const auto below = tree_.children(subject);
    if (std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
            return c < subject && (tree_.at(c).relation == deprel::det || tree_.at(c).relation == deprel::amod) &&
                   is_plural_word(tree_.lemma(c)) && tree_.lemma(c) != "some";
        }))
        return true;
    const std::uint32_t mention = tree_.mention_at(subject);
    if (word.penn == xpos::nns || word.penn == xpos::nnps) {
        if (mention == none || !doc.entity_mentions[mention].named) return true;
        // "Republicans say", but "the United States says", "the Roads Ministry says".
        // "Senate Democrats", though the name is taken for a body's.
        static const auto people = read_words("service/extraction/data/describing_nouns.tsv");
        if (people.contains(text::lower(word.lemma))) return true;
        const entity_kind kind = doc.entities[doc.entity_mentions[mention].entity].kind;
        return kind == entity_kind::group || kind == entity_kind::other;
    }
    if (mention != none && is_plural_name(doc.entities[doc.entity_mentions[mention].entity])) return true;
    return (word.penn == xpos::cd && word.lemma != "one" && word.lemma != "1") || is_plural_word(word.lemma);
}

}  // namespace throughline::extraction
