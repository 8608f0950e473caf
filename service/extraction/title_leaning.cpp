#include "extraction/title_leaning.hpp"

#include "extraction/tables.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace throughline::extraction {
namespace {

/// "Visit", "Cabinet meeting": fewer words say too little, unless they are a name and its verb.
constexpr std::ptrdiff_t fewest_words = 3;
constexpr std::ptrdiff_t fewest_words_of_named = 2;

enum class word_place : std::uint8_t { first, speech, page, likeness };

using word_places = std::unordered_map<std::string_view, word_place>;

const word_places& leaning_words() {
    static const word_places table = [] {
        constexpr std::string_view name = "service/extraction/data/leaning_words.tsv";
        const word_places places{{"first", word_place::first},
                                 {"speech", word_place::speech},
                                 {"page", word_place::page},
                                 {"likeness", word_place::likeness}};
        word_places words;
        for (const auto& row : read_rows(name, 2)) {
            const auto place = places.find(row[1]);
            if (place == places.end())
                throw std::runtime_error(std::string(name) + ": unknown place " + std::string(row[1]));
            words.emplace(row[0], place->second);
        }
        return words;
    }();
    return table;
}

bool stands_as(std::string_view word, word_place place) {
    const auto found = leaning_words().find(word);
    return found != leaning_words().end() && found->second == place;
}

template <class Holds>
bool any_word(std::string_view words, Holds holds) {
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        if (end > begin && holds(words.substr(begin, end - begin))) return true;
        begin = end + 1;
    }
    return false;
}

bool is_third_person(std::string_view lemma) {
    constexpr std::string_view lemmas[] = {"he", "she", "it", "they", "his", "her", "its", "their", "him", "them"};
    return std::find(std::begin(lemmas), std::end(lemmas), lemma) != std::end(lemmas);
}

bool is_plural_pronoun(std::string_view lemma) { return lemma == "they" || lemma == "their" || lemma == "them"; }

bool is_demonstrative(std::string_view lemma) {
    return lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" || lemma == "such";
}

/// "during her briefing": when it was, not what.
bool tells_when(const syntax& tree, std::uint32_t phrase) {
    constexpr std::string_view prepositions[] = {"after", "amid", "before", "during", "since", "until"};
    const std::uint32_t preposition = tree.preposition(phrase);
    return preposition != none && std::find(std::begin(prepositions), std::end(prepositions),
                                            tree.lemma(preposition)) != std::end(prepositions);
}

/// Whether a word below the noun, but for its article, tells which one is meant.
bool says_which(const syntax& tree, std::uint32_t noun) {
    const auto below = tree.children(noun);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
        switch (universal(tree.at(c).relation)) {
            case deprel::nmod: return !tells_when(tree, c) && tree.timex_at(c) == none;
            case deprel::amod:
            case deprel::compound:
            case deprel::flat:
            case deprel::acl:
            case deprel::appos: return tree.lemma(c) != "same" && tree.lemma(c) != "latter";
            default: return false;
        }
    });
}

/// "the bold claim", with nothing of what was claimed.
bool is_content_untold(const syntax& tree, std::uint32_t noun) {
    static const auto nouns = read_words("service/extraction/data/content_nouns.tsv");
    if (!nouns.contains(tree.lemma(noun))) return false;
    const auto below = tree.children(noun);
    return std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
        const deprel relation = universal(tree.at(c).relation);
        return relation == deprel::nmod || relation == deprel::compound || relation == deprel::acl ||
               relation == deprel::ccomp || relation == deprel::appos;
    });
}

/// "the visit", "that decision", "such claims".
bool is_determined_alone(const syntax& tree, std::uint32_t noun) {
    static const auto known = read_words("service/extraction/data/known_nouns.tsv");
    for (const std::uint32_t c : tree.children(noun)) {
        if (c > noun) continue;
        // "the news" are known, "the astonishing news" are not.
        const bool is_known = known.contains(tree.lemma(noun)) &&
                              (tree.child(noun, deprel::amod) == none || !is_content_untold(tree, noun));
        if (tree.at(c).relation != deprel::det || is_known) continue;
        if (is_demonstrative(tree.lemma(c)) || tree.lemma(c) == "both") return !says_which(tree, noun);
        if (tree.lemma(c) == "the" && tree.at(noun).pos == upos::noun)
            return !says_which(tree, noun) || is_content_untold(tree, noun);
    }
    return false;
}

/// "… to go", "… that it ends": the clause stands for what a pronoun before it announced.
bool is_announced(const syntax& tree, std::uint32_t clause) {
    switch (universal(tree.at(clause).relation)) {
        case deprel::csubj: return true;
        case deprel::ccomp:
        case deprel::acl:
        case deprel::xcomp:
        case deprel::advcl: {
            const std::uint32_t mark = tree.child(clause, deprel::mark);
            return mark != none && (tree.at(mark).penn == xpos::to || tree.lemma(mark) == "that");
        }
        default: return false;
    }
}

/// "It is time to go": the pronoun means nothing, what follows says it all; but "it is sad, because she left".
bool is_expletive(const syntax& tree, std::uint32_t pronoun) {
    if (tree.at(pronoun).relation == deprel::expl) return true;
    const std::uint32_t predicate = tree.at(pronoun).head;
    if (tree.lemma(pronoun) != "it" || predicate == none || tree.is_verb(predicate)) return false;
    const auto below = tree.children(predicate);
    return std::any_of(below.begin(), below.end(),
                       [&](std::uint32_t c) { return c > predicate && is_announced(tree, c); });
}

/// "this", "that" for a thing said before.
bool is_lone_demonstrative(const syntax& tree, std::uint32_t index) {
    const token& word = tree.at(index);
    return word.pos == upos::pron && word.penn == xpos::dt && is_demonstrative(word.lemma) && !says_which(tree, index);
}

/// "I see parallels with one": of what, the text has said.
bool is_lone_one(const syntax& tree, std::uint32_t index) {
    const deprel relation = universal(tree.at(index).relation);
    return tree.lemma(index) == "one" && (relation == deprel::obj || relation == deprel::obl) &&
           !says_which(tree, index);
}

/// "a similar bill", but "a bill similar to ours", "same-sex": like another one, which the text has told.
bool is_like_another(const syntax& tree, std::uint32_t index) {
    const token& word = tree.at(index);
    if (word.relation != deprel::amod || !stands_as(word.lemma, word_place::likeness)) return false;
    const std::uint32_t noun = word.head;
    if (noun == none || noun < index || tree.at(index + 1).penn == xpos::hyph) return false;
    const auto says_to_what = [&](std::uint32_t above) {
        const auto below = tree.children(above);
        return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
            const std::uint32_t link = tree.preposition(c) != none ? tree.preposition(c) : tree.child(c, deprel::mark);
            return c > noun && link != none &&
                   (tree.lemma(link) == "to" || tree.lemma(link) == "as" || tree.lemma(link) == "than");
        });
    };
    return !says_to_what(index) && !says_to_what(noun);
}

/// "did so", "did so quietly", but not "did so much": what, the text has told.
bool is_done_so(const syntax& tree, std::uint32_t index) {
    if (tree.lemma(index) != "so" || index == 0 || tree.lemma(index - 1) != "do") return false;
    const token& head = tree.at(index).head == none ? tree.at(index) : tree.at(tree.at(index).head);
    return head.pos != upos::adj && head.lemma != "much" && head.lemma != "well";
}

/// "1.5 percent had it": of whom, the text has told.
bool is_share_of_unsaid(const syntax& tree, std::uint32_t index) {
    const std::string_view lemma = tree.lemma(index);
    return (lemma == "percent" || lemma == "%") && universal(tree.at(index).relation) == deprel::nsubj &&
           tree.child(index, deprel::nmod) == none;
}

/// "58 were wounded": of whom, the text has told.
bool is_lone_count(const syntax& tree, std::uint32_t index) {
    return tree.at(index).penn == xpos::cd && universal(tree.at(index).relation) == deprel::nsubj &&
           tree.at(index).pos == upos::num && tree.timex_at(index) == none && tree.child(index, deprel::nmod) == none;
}

/// "30,000 more will come": of what, the text has told.
bool is_lone_more(const syntax& tree, std::uint32_t index) {
    const auto below = tree.children(index);
    const bool counts_more =
        tree.lemma(index) == "more" ||
        (tree.at(index).penn == xpos::cd &&
         std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return tree.lemma(c) == "more"; }));
    if (!counts_more) return false;
    const deprel relation = universal(tree.at(index).relation);
    const bool nominal = relation == deprel::nsubj || relation == deprel::obj;
    return nominal && tree.timex_at(index) == none && tree.child(index, deprel::nmod) == none &&
           tree.child(index, deprel::obl) == none;
}

}  // namespace

bool points_back(const syntax& tree, std::uint32_t index, const written_words& before) {
    const token& word = tree.at(index);
    if (is_like_another(tree, index) || is_done_so(tree, index) || is_share_of_unsaid(tree, index) ||
        is_lone_count(tree, index))
        return true;
    if (word.penn == xpos::prp || word.penn == xpos::prp_poss) {
        if (!is_third_person(word.lemma) || is_expletive(tree, index)) return false;
        const bool of_thing = word.lemma == "it" || word.lemma == "its";
        return !before.has_subject || before.plural_subject != is_plural_pronoun(word.lemma) ||
               (before.person_subject && of_thing);
    }
    if (word.pos == upos::pron && word.penn == xpos::dt) return is_lone_demonstrative(tree, index);
    if (tree.is_noun(index)) return tree.timex_at(index) == none && is_determined_alone(tree, index);
    return false;
}

bool needs_antecedent(const syntax& tree, token_range words) {
    for (std::uint32_t t = words.first; t < words.last && !tree.is_noun(t); ++t) {
        const token& word = tree.at(t);
        if (word.penn == xpos::prp || word.penn == xpos::prp_poss) {
            if (!is_third_person(word.lemma)) return false;
            if (!is_expletive(tree, t)) return true;
        }
        if (is_lone_demonstrative(tree, t)) return true;
    }
    return false;
}

bool means_something_unsaid(const syntax& tree, token_range words) {
    bool said_person = false, said_thing = false, said_several = false;
    const auto is_said = [&](std::string_view pronoun) {
        if (is_plural_pronoun(pronoun)) return said_several;
        return pronoun == "it" || pronoun == "its" ? said_thing : said_person;
    };
    for (std::uint32_t t = words.first; t < words.last; ++t) {
        const token& word = tree.at(t);
        if (word.penn == xpos::prp || word.penn == xpos::prp_poss) {
            if (!is_third_person(word.lemma) || is_expletive(tree, t)) continue;
            if (!is_said(word.lemma)) return true;
        } else if (is_lone_demonstrative(tree, t) || is_lone_one(tree, t) || is_lone_more(tree, t) ||
                   is_done_so(tree, t) || is_like_another(tree, t)) {
            return true;
        } else if (tree.is_noun(t) && tree.timex_at(t) == none) {
            if (is_determined_alone(tree, t)) return true;
            const std::uint32_t mention = tree.mention_at(t);
            const document& doc = tree.doc();
            if (word.penn == xpos::nns || word.penn == xpos::nnps)
                said_several = true;
            else if (mention != none && doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::person)
                said_person = true;
            else
                said_thing = true;
        }
    }
    return false;
}

std::size_t content_words(const syntax& tree, token_range words) {
    static const auto light = read_words("service/extraction/data/light_words.tsv");
    std::size_t count = 0;
    for (std::uint32_t t = words.first; t < words.last; ++t) {
        const token& word = tree.at(t);
        const bool content = word.pos == upos::noun || word.pos == upos::propn || word.pos == upos::num ||
                             word.pos == upos::adj || word.pos == upos::verb;
        if (content && !light.contains(word.lemma)) ++count;
    }
    return count;
}

bool holds_page_words(std::string_view words) {
    return words.find('|') != std::string_view::npos || words.find("://") != std::string_view::npos ||
           any_word(words, [](std::string_view word) { return stands_as(word, word_place::page); });
}

bool looks_unfinished(std::string_view title, bool begins_with_name) {
    const std::string_view own = title.substr(0, title.find("\u201c"));
    if (holds_page_words(own)) return true;
    if (title.find("\u2026") != std::string_view::npos || own.find(" \u2013 ") != std::string_view::npos) return true;
    const auto fewest = begins_with_name ? fewest_words_of_named : fewest_words;
    if (std::count(title.begin(), title.end(), ' ') + 1 < fewest) return true;
    if (title.starts_with("\u201d") || title.starts_with('"')) return true;
    return stands_as(title.substr(0, title.find(' ')), word_place::first) ||
           any_word(own, [](std::string_view word) { return stands_as(word, word_place::speech); });
}

}  // namespace throughline::extraction
