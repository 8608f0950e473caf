#include "extraction/quotation_cut.hpp"

#include "extraction/clause_marks.hpp"
#include "extraction/completion.hpp"
#include "extraction/title_leaning.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

namespace throughline::extraction {
namespace {

/// Code points below which words are too few to stand for all that was said ("Simple.").
constexpr std::size_t shortest_thought = 20;
/// Words with a meaning of their own below which a quotation says nothing without its text ("We are all on board").
constexpr std::size_t fewest_content_words = 3;
/// The same where the act's kind says what they are about ("I don't believe that").
constexpr std::size_t fewest_of_known_act = 2;
/// Sentences of a quotation that are looked at.
constexpr std::size_t most_sentences = 12;
/// Bytes that are more than any title has room for.
constexpr std::size_t longest_looked_at = 600;

/// A word that completes a phrase before one that opens the next.
bool is_phrase_border(const token& word, const token& next) {
    const bool complete = word.pos == upos::noun || word.pos == upos::propn || word.pos == upos::num ||
                          (word.pos == upos::pron && word.penn != xpos::prp_poss && !is_relative(word));
    const bool opens = next.pos == upos::adp || next.pos == upos::cconj || next.pos == upos::sconj ||
                       next.pos == upos::adv || next.penn == xpos::to || next.pos == upos::punct;
    return complete && opens && next.lemma != "of" && next.lemma != "that";
}

class cutter {
public:
    cutter(const syntax& tree, token_range words, std::size_t room, clarity wanted)
        : tree_(tree), doc_(tree.doc()), words_(words), room_(room), wanted_(wanted) {}

    cut_words cut() const {
        std::string all = text_of(words_);
        const bool fits = text::length(all) <= room_ && !all.empty();
        if (fits && text::length(all) >= shortest_thought && is_clear(words_) && says_enough(words_))
            return {std::move(all), true};
        const auto sentences = split();
        for (const token_range& from : sentences) {
            if (goes_on(from)) continue;
            if (std::string told = sentences_from(from); !told.empty()) return {std::move(told), true};
        }
        for (const token_range& from : sentences) {
            if (goes_on(from)) continue;
            if (std::string told = main_clause(from); !told.empty()) return {std::move(told), true};
        }
        return {fits ? std::move(all) : broken_off(), false};
    }

private:
    bool is_clear(token_range told) const {
        if (wanted_ == clarity::head) return !needs_antecedent(tree_, told);
        return !answers(told.first) && is_thought(told) && !means_something_unsaid(tree_, told);
    }

    bool says_enough(token_range told) const {
        return content_words(tree_, told) >= (wanted_ == clarity::head ? fewest_of_known_act : fewest_content_words);
    }

    /// "Then I would go", "And so will we": the words go on from others.
    bool answers(std::uint32_t first) const {
        const std::string_view word = tree_.lemma(first);
        return tree_.at(first).pos == upos::cconj || word == "then" || word == "otherwise" || word == "instead";
    }

    /// Whether what heads the words, or one of their sentences, is a verb or said of a subject: not "Towards the end?".
    bool is_thought(token_range told) const {
        for (std::uint32_t t = told.first; t < told.last; ++t) {
            const std::uint32_t head = tree_.at(t).head;
            if ((head == none || !told.contains(head)) && heads_thought(t)) return true;
        }
        return false;
    }

    /// "And so it ends": a sentence that another one begins.
    bool goes_on(token_range sentence) const {
        return sentence.first != words_.first && tree_.at(sentence.first).pos == upos::cconj;
    }

    std::vector<token_range> split() const {
        std::vector<token_range> sentences;
        for (std::uint32_t t = words_.first; t < words_.last && sentences.size() < most_sentences;) {
            const std::uint32_t end = std::min(words_.last, doc_.sentences[tree_.at(t).sentence].tokens.last);
            sentences.push_back({t, end});
            t = end;
        }
        return sentences;
    }

    /// As many sentences in a row as fit and are clear; "" when not even one does.
    std::string sentences_from(token_range from) const {
        std::string told;
        for (std::uint32_t end = from.last;;) {
            std::string longer = text_of({from.first, end});
            if (text::length(longer) > room_ || !is_clear({from.first, end})) break;
            // "U.S.T.R." may end a sentence or none.
            if (says_enough({from.first, end}) && (end == words_.last || !ends_with_initials(end)))
                told = std::move(longer);
            if (end == words_.last) break;
            end = std::min(words_.last, doc_.sentences[tree_.at(end).sentence].tokens.last);
        }
        return text::length(told) >= shortest_thought ? told : std::string();
    }

    bool ends_with_initials(std::uint32_t end) const {
        const std::string_view last = doc_.word(end - 1);
        const std::string_view word = last == "." && end >= 2 ? doc_.word(end - 2) : last;
        const std::size_t dot = word.find('.');
        return dot != std::string_view::npos && dot + 1 < word.size();
    }

    /// The sentence up to a mark or a conjunction behind its main verb and all that completes that; "" when that does
    /// not fit.
    std::string main_clause(token_range sentence) const {
        if (doc_.word(sentence.last - 1) == "?") return {};  // half a question is none
        std::string best;
        bool has_root = false, has_verb = false;
        for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
            const std::uint32_t head = tree_.at(t).head;
            const bool is_root = head == none || head < sentence.first || head >= sentence.last;
            has_root = has_root || (is_root && heads_thought(t));
            has_verb = has_verb || is_finite(tree_.at(t));
            if (!has_root || !has_verb || !ends_clause(t + 1) || ends_with_initials(t + 1)) continue;
            std::string told = text_of({sentence.first, t + 1});
            if (text::length(told) > room_) break;
            const bool open = told.rfind("\u2018") != std::string::npos && !told.ends_with("\u2019");
            if (!open && is_clear({sentence.first, t + 1}) && says_enough({sentence.first, t + 1}) &&
                !is_torn_before(tree_, sentence.first, t + 1, sentence.last))
                best = std::move(told);
        }
        return text::length(best) >= shortest_thought ? best : std::string();
    }

    /// What has a subject, or commands: "The way we see it, …" only opens a sentence, "Won't do it" has lost its head.
    bool heads_thought(std::uint32_t t) const {
        if (is_circumstance(t)) return false;
        const bool commands = tree_.is_verb(t) && tree_.child(t, deprel::aux) == none;
        return commands || tree_.child(t, deprel::nsubj) != none || tree_.child(t, deprel::csubj) != none ||
               tree_.child(t, deprel::expl) != none;
    }

    /// "When she came to office": the head of a clause that another one completes.
    bool is_circumstance(std::uint32_t t) const {
        const token_range sentence = doc_.sentences[tree_.at(t).sentence].tokens;
        if (doc_.word(sentence.last - 1) == "?") return false;
        const auto below = tree_.children(t);
        return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
            const deprel relation = tree_.at(c).relation;
            return c < t && (relation == deprel::mark || relation == deprel::advmod) &&
                   (opens_clause(tree_.at(c)) || tree_.lemma(c) == "when");
        });
    }

    /// A mark that ends more than a phrase, or a conjunction, behind a comma or not, that joins another clause.
    bool ends_clause(std::uint32_t next) const {
        const token& word = tree_.at(next);
        // What stands before a colon or a dash only leads up to what follows.
        if (word.penn == xpos::colon) return word.lemma == ";";
        if (word.penn == xpos::period) return true;
        if (word.penn == xpos::comma) return next + 1 < words_.last && joins_clause(next + 1);
        return joins_clause(next);
    }

    bool joins_clause(std::uint32_t t) const {
        const token& word = tree_.at(t);
        return word.pos == upos::cconj && word.lemma != "both" && word.lemma != "either" && word.head != none &&
               tree_.child(word.head, deprel::nsubj) != none;
    }

    std::string broken_off() const {
        std::string phrases, fitting;
        for (std::uint32_t t = words_.first; t + 1 < words_.last; ++t) {
            std::string told = text_of({words_.first, t + 1});
            if (text::length(told) >= room_) break;  // "…" wants room too
            if (is_phrase_border(tree_.at(t), tree_.at(t + 1))) phrases = told;
            fitting = std::move(told);
        }
        if (phrases.empty() && fitting.empty()) return {};
        return (phrases.empty() ? fitting : phrases) + "\u2026";
    }

    /// The words as they stand, without the comma, dash or full stop that ends them, as far as they can matter.
    std::string text_of(token_range words) const {
        std::string text(doc_.words(doc_.extent(words)).substr(0, longest_looked_at));
        std::replace(text.begin(), text.end(), '\n', ' ');
        while (!text.empty() && std::string_view(",. -").find(text.back()) != std::string_view::npos) text.pop_back();
        return text;
    }

    const syntax& tree_;
    const document& doc_;
    token_range words_;
    std::size_t room_;
    clarity wanted_;
};

}  // namespace

cut_words cut_quotation(const syntax& tree, token_range words, std::size_t room, clarity wanted) {
    if (words.empty()) return {};
    return cutter(tree, words, room, wanted).cut();
}

}  // namespace throughline::extraction
