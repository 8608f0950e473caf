#include "extraction/predicate_words.hpp"

#include "extraction/clause_marks.hpp"
#include "extraction/completion.hpp"
#include "extraction/lookahead.hpp"

#include <algorithm>
#include <array>

namespace throughline::extraction {
namespace {

constexpr std::size_t most_words = 60;

std::uint32_t end_of_sentence(const syntax& tree, std::uint32_t t) {
    return tree.doc().sentences[tree.at(t).sentence].tokens.last;
}

class scanner {
public:
    scanner(const syntax& tree, token_range range)
        : tree_(tree), doc_(tree.doc()), ahead_(tree, range.last), range_(range), last_(range.last) {}

    word_run behind_verb(bool with_clause, bool bare_clause) {
        takes_clause_ = with_clause;
        bare_clause_ = bare_clause;
        word_run run = scan();
        if (bare_clause_ && !finite_) run.ends.clear();
        return run;
    }

    word_run clause() {
        takes_clause_ = clause_ = true;
        word_run run = scan();
        if (!run.words.empty() && !opens_subject(run.words.front())) run.ends.clear();
        return run;
    }

    word_run behind_noun(std::uint32_t noun) {
        noun_ = noun;
        return scan();
    }

private:
    const token& at(std::uint32_t t) const { return tree_.at(t); }

    bool opens_subject(std::uint32_t t) const {
        const upos pos = at(t).pos;
        if (at(t).penn == xpos::quote_open) return true;
        return pos != upos::verb && pos != upos::aux && pos != upos::part && pos != upos::cconj && pos != upos::punct;
    }

    word_run scan() {
        std::uint32_t t = range_.first;
        while (t < last_ && run_.words.size() < most_words) {
            const std::uint32_t next = tree_.timex_at(t) != none ? behind_date(t) : take(t);
            if (next == none) break;
            t = next;
        }
        end_here(t);
        if (clause_ && !finite_) run_.ends.clear();
        return std::move(run_);
    }

    /// Leaves a date out, and "on" or "the" before it unless it only modifies a noun: "in the 2016 election".
    std::uint32_t behind_date(std::uint32_t t) {
        std::uint32_t next = std::max(t + 1, doc_.timexes[tree_.timex_at(t)].tokens.last);
        // "the party's future": a noun that somebody owns is no date; "a total of eight hours", "for over two years",
        // "sentenced to two years": it tells how much.
        if (!run_.words.empty() &&
            (at(run_.words.back()).penn == xpos::pos || at(run_.words.back()).penn == xpos::prp_poss ||
             at(run_.words.back()).lemma == "of" || (at(t).penn == xpos::cd && measures(run_.words.back())))) {
            for (std::uint32_t n = t; n < next; ++n) run_.words.push_back(n);
            return next;
        }
        // "the day after the vote": what follows belongs to the date.
        if (at(next - 1).pos == upos::adp || at(next - 1).pos == upos::sconj) return none;
        if (next < last_ && measures_time(at(next - 1), at(next))) return none;
        const bool possessor = next < last_ && at(next).penn == xpos::pos;
        if (possessor) ++next;
        const bool modifies = next < last_ && (tree_.is_noun(next) || at(next).pos == upos::adj) &&
                              (possessor || (!run_.words.empty() && at(run_.words.back()).pos == upos::det) ||
                               (at(next - 1).head != none && at(next - 1).head >= next));
        if (!modifies) drop_opening();
        return next;
    }

    /// A word behind which a number of years or days tells how much, not when.
    bool measures(std::uint32_t t) const {
        constexpr std::array<std::string_view, 7> words{"to", "over", "than", "nearly", "almost", "about", "least"};
        return std::find(words.begin(), words.end(), at(t).lemma) != words.end();
    }

    /// Takes the word and what belongs to it; the next one to look at, none where the run ends.
    std::uint32_t take(std::uint32_t t) {
        const token& word = at(t);
        if (begins_phrase(t)) end_here(t);
        if (t + 1 < last_ && measures_time(word, at(t + 1))) return roll_back();
        if (const std::uint32_t mention = named_at(t); mention != none && word.pos != upos::adp) {
            const token_range name = doc_.entity_mentions[mention].tokens;
            for (std::uint32_t n = t; n < name.last; ++n) run_.words.push_back(n);
            return std::max(t + 1, name.last);
        }
        if (word.pos == upos::punct) return take_mark(t);
        if (is_relative(word) && restricts(t)) {
            clause_ = true;
            finite_ = false;
            run_.words.push_back(t);
            return t + 1;
        }
        if (is_relative(word)) {
            if (!asks(t)) return none;
            const bool how_to = t + 1 < last_ && at(t + 1).penn == xpos::to;
            if (takes_finite() && !how_to) clause_ = true;
        }
        if (word.lemma == "that" && word.penn != xpos::dt) return take_that(t);
        if (word.lemma == "whether" ||
            (word.lemma == "if" && t > 0 && (at(t - 1).pos == upos::verb || at(t - 1).pos == upos::adj)))
            open_question();
        else if (opens_clause(word) && !(word.pos == upos::adp && !ahead_.precedes_clause(t)))
            return none;
        if (word.pos == upos::cconj) {
            // "between the two and …", or one more subject of a clause whose verb is still to come.
            const bool more_to_come = between_ || (clause_ && !finite_);
            if (!more_to_come && !ahead_.joins_nominals(t, noun_)) return none;
        } else if (is_finite(word)) {
            if (!takes_finite()) return roll_back();
            if (!clause_) run_.ends.clear();
            clause_ = finite_ = true;
        } else if (noun_ != none && !belongs_to_noun(t)) {
            return none;
        }
        between_ = word.lemma == "between" || word.lemma == "both" || (between_ && word.pos != upos::cconj);
        run_.words.push_back(t);
        return t + 1;
    }

    std::uint32_t named_at(std::uint32_t t) const {
        const std::uint32_t mention = tree_.mention_at(t);
        return mention != none && doc_.entity_mentions[mention].named &&
                       doc_.entity_mentions[mention].tokens.contains(t)
                   ? mention
                   : none;
    }

    /// "whether", "if": a clause whose verb is still to come.
    void open_question() {
        asked_ = clause_ = true;
        finite_ = false;
    }

    bool takes_finite() const { return noun_ == none && (bare_clause_ || clause_ || asked_); }

    /// A finite verb that nothing announced: its subject began somewhere before, so the run ends before that.
    std::uint32_t roll_back() {
        run_.words.resize(run_.ends.empty() ? 0 : run_.ends.back());
        rolled_back_ = true;
        return none;
    }

    /// A noun's run goes on with prepositional phrases that hang on it.
    bool belongs_to_noun(std::uint32_t t) const {
        const token& word = at(t);
        if (word.pos == upos::verb || word.pos == upos::aux || word.pos == upos::adv || word.pos == upos::sconj)
            return false;
        const bool preposition = word.pos == upos::adp || word.penn == xpos::to;
        if (run_.words.empty() && !preposition) return false;
        const bool adjacent =
            run_.words.empty() && (word.lemma == "on" || word.lemma == "against" || word.lemma == "with" ||
                                   word.lemma == "between" || word.lemma == "into" || word.lemma == "by");
        return !preposition || adjacent || word.lemma == "of" || tree_.under(t, noun_);
    }

    std::uint32_t take_mark(std::uint32_t t) {
        const token& word = at(t);
        switch (word.penn) {
            case xpos::hyph:
            case xpos::dollar:
            case xpos::sym: run_.words.push_back(t); return t + 1;
            case xpos::quote_open: return take_quoted(t);
            case xpos::lrb: return ahead_.behind_bracket(t);
            case xpos::comma:
                if (clause_ && !finite_) return behind_insertion(t);
                if (!continues_list(t)) return none;
                run_.words.push_back(t);
                return t + 1;
            default: return none;
        }
    }

    /// Words between quotation marks that close soon, with their marks.
    std::uint32_t take_quoted(std::uint32_t t) {
        const std::uint32_t behind = ahead_.behind_quoted(t);
        for (std::uint32_t n = t; behind != none && n < behind; ++n) run_.words.push_back(n);
        return behind;
    }

    /// Over what stands between two commas before a clause's verb: "that Ann Lee, in her papers, was …".
    std::uint32_t behind_insertion(std::uint32_t comma) {
        if (run_.words.empty()) return comma + 1;
        if (!continues_list(comma)) return ahead_.behind_insertion(comma);
        run_.words.push_back(comma);
        return comma + 1;
    }

    bool continues_list(std::uint32_t comma) const {
        return !run_.words.empty() && ahead_.is_nominal(run_.words.back()) && ahead_.continues_list(comma);
    }

    std::uint32_t take_that(std::uint32_t t) {
        if (takes_clause_ && clause_ && !finite_ && !asked_) run_.words.clear();  // "separately that …"
        const bool behind_own_verb = run_.words.empty();
        const bool behind_verb = t > 0 && (at(t - 1).pos == upos::verb || at(t - 1).pos == upos::adj);
        if (noun_ != none || !(behind_own_verb || (takes_clause_ && !clause_) || (clause_ && behind_verb))) return none;
        run_.ends.clear();
        clause_ = true;
        if (!behind_own_verb) run_.words.push_back(t);
        return t + 1;
    }

    /// "a bill | that would close the mine": the clause says which one is meant.
    bool restricts(std::uint32_t t) const {
        return noun_ == none && !run_.words.empty() && run_.words.back() + 1 == t && tree_.is_noun(t - 1) &&
               at(t).penn != xpos::wrb && at(t).penn != xpos::wp_poss;
    }

    /// "explains how", "a vote on who": the question is what the word before governs.
    bool asks(std::uint32_t t) {
        if (run_.words.empty() && t == 0) return false;
        const upos before = at(t - 1).pos;
        const bool how_to = t + 1 < last_ && at(t + 1).penn == xpos::to;
        const bool asked = noun_ == none && at(t).penn != xpos::wdt &&
                           (how_to || before == upos::verb || (before == upos::adp && at(t).penn != xpos::wdt));
        asked_ = asked_ || asked;
        return asked;
    }

    /// Whether the run may end before this word: another phrase begins here.
    bool begins_phrase(std::uint32_t t) const {
        const token& word = at(t);
        switch (word.pos) {
            case upos::adp: return word.penn != xpos::rp && word.relation != deprel::compound_prt;
            case upos::sconj:
            case upos::cconj: return true;
            case upos::punct: return word.penn == xpos::comma;
            case upos::part: return word.penn == xpos::to;
            case upos::verb: return word.penn == xpos::vbg || word.penn == xpos::vbn;
            default: return false;
        }
    }

    /// Marks that the run may end with what it holds, where that ends with a full phrase.
    void end_here(std::uint32_t next) {
        if (rolled_back_ || between_) return;
        if (next < last_ && (at(next).lemma == "of" || at(next).lemma == "than")) return;
        const bool goes_on = next < last_ && !run_.words.empty() && at(run_.words.back()).pos == upos::adv &&
                             (at(next).pos == upos::verb || at(next).pos == upos::adj || at(next).pos == upos::adv);
        if (goes_on) return;
        complement_follows_ = next < last_ && opens_clause(at(next));
        const std::size_t all = run_.words.size();
        while (next == last_ && !run_.words.empty() && !may_end(next)) {
            finite_ = finite_ && !is_finite(at(run_.words.back()));
            run_.words.pop_back();
        }
        if (clause_ && !finite_) return;
        if (!may_end(next)) return;
        if (!run_.ends.empty() && run_.ends.back() == run_.words.size()) return;
        run_.ends.push_back(run_.words.size());
        // What "and" adds may be anything.
        if (next < last_ && at(next).pos == upos::cconj) return;
        const std::uint32_t predicate = range_.first - std::min(range_.first, 1U);
        if (run_.words.size() < all || is_torn_before(tree_, predicate, next, range_.last))
            run_.torn.push_back(run_.words.size());
    }

    /// "unclear whether", "clear that", "recommend that".
    static bool opens_complement(const token& next) {
        return next.pos == upos::sconj || is_relative(next) || next.lemma == "that";
    }

    /// "urged her colleagues | to leave": the infinitive belongs to a verb of the run, or to the one before it.
    bool completes_verb(std::uint32_t next) const {
        const std::uint32_t verb = at(next).head;
        if (at(next).penn != xpos::to || verb == none || at(verb).relation != deprel::xcomp) return false;
        return at(verb).head + 1 == range_.first || at(verb).head >= range_.first;
    }

    /// "plans to close | or sell the mine": the object hangs on the last verb.
    bool shares_object(std::uint32_t verb) const {
        const std::uint32_t next = tree_.child(verb, deprel::conj);
        return next != none && tree_.is_verb(next) && tree_.child(verb, deprel::obj) == none &&
               tree_.child(next, deprel::obj) != none && !tree_.is_passive(next);
    }

    /// Whether the words so far are a whole phrase before the word at `next`.
    bool may_end(std::uint32_t next) {
        if (run_.words.empty()) return true;
        const std::uint32_t t = run_.words.back();
        const token& word = at(t);
        if (next < last_ && completes_verb(next)) return false;
        if (tree_.mention_at(t) != none && word.pos != upos::adp)
            return word.penn != xpos::pos && word.penn != xpos::prp_poss;
        switch (word.pos) {
            case upos::noun:
            case upos::propn:
            case upos::num: return true;
            case upos::pron: return word.penn != xpos::prp_poss && !is_relative(word);
            case upos::adj:
                if (leads_on(word.lemma) || (next < last_ && (at(next).penn == xpos::to || opens_complement(at(next)))))
                    return false;
                return run_.words.size() < 2 || !ahead_.is_nominal(run_.words[run_.words.size() - 2]);
            case upos::adv: return !is_relative(word) && !leads_on(word.lemma);
            case upos::verb:
                if (shares_object(t)) return false;
                if (next < last_ && (ahead_.begins_nominal(next) || opens_complement(at(next)))) return false;
                if (next < last_ && (at(next).pos == upos::adp || at(next).penn == xpos::vbg)) return false;
                if (next < last_ && at(next).penn == xpos::quote_open) return false;
                // "a rule for labelling, …", but not "the year ending" before a date.
                if (word.penn == xpos::vbg && !clause_)
                    return universal(word.relation) != deprel::acl && universal(word.relation) != deprel::advcl &&
                           (next == last_ || at(next).pos == upos::punct);
                return !complement_follows_ && (word.penn == xpos::vb || word.penn == xpos::vbn || clause_);
            case upos::adp:
                // A particle, or a preposition whose noun stands elsewhere: "are accounted for".
                return (word.penn == xpos::rp && word.relation != deprel::case_) ||
                       word.relation == deprel::compound_prt || t + 1 >= doc_.tokens.size() ||
                       at(t + 1).penn == xpos::period || at(t + 1).penn == xpos::comma;
            case upos::punct: return word.penn == xpos::quote_close && (next >= last_ || !opens_complement(at(next)));
            default: return false;
        }
    }

    /// "on" and "the" before a date that is left out, "and" between two.
    void drop_opening() {
        while (!run_.words.empty()) {
            const token& word = at(run_.words.back());
            if (word.pos != upos::adp && word.pos != upos::det && word.pos != upos::cconj && word.penn != xpos::to)
                return;
            if (word.penn == xpos::rp) return;
            run_.words.pop_back();
            if (!run_.ends.empty() && run_.ends.back() > run_.words.size()) run_.ends.pop_back();
            if (!run_.torn.empty() && run_.torn.back() > run_.words.size()) run_.torn.pop_back();
        }
    }

    const syntax& tree_;
    const document& doc_;
    lookahead ahead_;
    token_range range_;
    std::uint32_t last_;
    word_run run_;
    std::uint32_t noun_ = none;  ///< whose phrases are looked for
    bool takes_clause_ = false;
    bool bare_clause_ = false;
    bool clause_ = false;  ///< within a clause that completes the verb
    bool finite_ = false;  ///< whose verb has come
    bool asked_ = false;   ///< within an indirect question
    bool between_ = false;
    bool complement_follows_ = false;
    bool rolled_back_ = false;
};

}  // namespace

word_run words_behind_verb(const syntax& tree, std::uint32_t verb, bool with_clause, bool bare_clause) {
    return scanner(tree, {verb + 1, end_of_sentence(tree, verb)}).behind_verb(with_clause, bare_clause);
}

word_run words_of_clause(const syntax& tree, token_range range) { return scanner(tree, range).clause(); }

word_run words_behind_noun(const syntax& tree, std::uint32_t noun) {
    return scanner(tree, {noun + 1, end_of_sentence(tree, noun)}).behind_noun(noun);
}

}  // namespace throughline::extraction
