#include "extraction/factuality.hpp"

#include "extraction/constraints.hpp"
#include "extraction/mood.hpp"
#include "extraction/tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace throughline::extraction {
namespace {

enum class reality : std::uint8_t { happens, decided, planned, pursued, refused, wanted, denied, alleged, supposed };

using reality_table = std::unordered_map<std::string_view, reality>;

reality_table read_table(std::string_view name) {
    static const std::unordered_map<std::string_view, reality> classes = {
        {"happens", reality::happens}, {"decided", reality::decided}, {"planned", reality::planned},
        {"pursued", reality::pursued}, {"refused", reality::refused}, {"wanted", reality::wanted},
        {"denied", reality::denied},   {"alleged", reality::alleged}, {"supposed", reality::supposed}};
    reality_table table;
    for (const auto& row : read_rows(name, 2)) {
        const auto found = classes.find(row[1]);
        if (found == classes.end())
            throw std::runtime_error(std::string(name) + ": unknown class " + std::string(row[1]));
        table.emplace(row[0], found->second);
    }
    return table;
}

const reality* look_up(const reality_table& table, std::string_view lemma) {
    const auto found = table.find(lemma);
    return found == table.end() ? nullptr : &found->second;
}

const reality* governor_class(std::string_view lemma) {
    static const reality_table table = read_table("service/extraction/data/factuality.tsv");
    return look_up(table, lemma);
}

const reality* modifier_class(std::string_view lemma) {
    static const reality_table table = read_table("service/extraction/data/modifiers.tsv");
    return look_up(table, lemma);
}

constexpr int longest_chain = 8;

/// What is known of the event so far; a stronger doubt replaces a weaker one.
struct verdict {
    bool dropped = false;
    bool in_passing = false;
    event_status status = event_status::occurred;

    void apply(reality word) {
        switch (word) {
            case reality::happens: break;
            case reality::decided:
            case reality::planned:
                if (status == event_status::occurred) status = event_status::planned;
                break;
            case reality::pursued:
                apply(reality::planned);
                in_passing = true;
                break;
            case reality::denied: status = event_status::denied; break;
            case reality::alleged:
                if (status == event_status::occurred) status = event_status::alleged;
                break;
            case reality::refused:
            case reality::wanted:
            case reality::supposed: dropped = true; break;
        }
    }
};

void apply_modifiers(const syntax& tree, std::uint32_t index, verdict& so_far) {
    for (const std::uint32_t c : tree.children(index)) {
        const deprel relation = universal(tree.at(c).relation);
        if (relation != deprel::amod && relation != deprel::advmod && relation != deprel::mark &&
            relation != deprel::det)
            continue;
        if (const reality* word = modifier_class(tree.lemma(c))) so_far.apply(*word);
    }
}

bool is_infinitive(const syntax& tree, std::uint32_t index) {
    for (const std::uint32_t c : tree.children(index))
        if (tree.at(c).penn == xpos::to && tree.at(c).relation == deprel::mark) return true;
    return false;
}

/// "apologised for the failure to warn them": the noun right before an infinitive, wherever the tree hangs that.
std::uint32_t before_infinitive(const syntax& tree, std::uint32_t index) {
    for (const std::uint32_t c : tree.children(index))
        if (tree.at(c).penn == xpos::to && tree.at(c).relation == deprel::mark && c > 0 && tree.is_noun(c - 1))
            return c - 1;
    return none;
}

/// Whether a finite clause says that something is so; then its governor only reports it.
bool asserts(const syntax& tree, std::uint32_t index) {
    return tree.child(index, deprel::nsubj) != none && !is_infinitive(tree, index);
}

bool is_ahead(reality word) { return word == reality::decided || word == reality::planned || word == reality::pursued; }

/// "the first patient to be moved": the infinitive tells what happened.
bool is_one_of_a_series(const syntax& tree, std::uint32_t noun) {
    for (const std::uint32_t c : tree.children(noun)) {
        const std::string_view word = tree.lemma(c);
        if (word == "first" || word == "second" || word == "last" || word == "latest" || word == "only") return true;
    }
    return tree.lemma(noun) == "first" || tree.lemma(noun) == "last";
}

/// A word that governs a clause or a noun as what it is about.
void apply_governor(const syntax& tree, std::uint32_t index, std::uint32_t governor, verdict& so_far) {
    const deprel relation = universal(tree.at(index).relation);
    const bool clause = relation == deprel::ccomp || relation == deprel::xcomp || relation == deprel::acl ||
                        relation == deprel::advcl || relation == deprel::csubj;
    const bool noun = relation == deprel::obj || relation == deprel::obl || relation == deprel::nmod;
    if (tree.at(index).relation == deprel::acl_relcl || (!clause && !noun)) return;
    const reality* word = governor_class(tree.lemma(governor));
    if (word != nullptr && tree.is_noun(governor) && is_negated(tree, governor)) {
        so_far.dropped = true;  // "no plans to meet"
        return;
    }
    if (noun) {
        if (relation == deprel::obl) {
            // "called for talks": only the preposition that the verb asks for makes the noun its content.
            const std::uint32_t preposition = tree.preposition(index);
            if (preposition == none || tree.lemma(preposition) != "for") return;
        }
        if (word == nullptr || *word == reality::denied || *word == reality::alleged) return;
        const bool ahead = is_ahead(*word);
        if (relation == deprel::nmod && *word != reality::supposed && *word != reality::wanted && !ahead) return;
        if (relation == deprel::obj && (*word == reality::wanted || ahead)) {
            // "discussed the attack", "demanded the release": what is definite and past stays; the rest lies ahead.
            const std::uint32_t owner = tree.child(index, deprel::nmod_poss);
            if (owner != none) return;
        }
        so_far.apply(*word);
        return;
    }
    if (is_infinitive(tree, index)) {
        // "made plans to meet": the noun governs, even where the tree hangs the infinitive on the verb.
        const std::uint32_t object = tree.child(governor, deprel::obj);
        const std::uint32_t noun_before = before_infinitive(tree, index);
        if (relation == deprel::xcomp && object != none && object < index)
            if (const reality* of_object = governor_class(tree.lemma(object))) word = of_object;
        if (noun_before != none && noun_before != governor)
            if (const reality* of_noun = governor_class(tree.lemma(noun_before))) word = of_noun;
        if (relation == deprel::acl && is_one_of_a_series(tree, governor)) return;
        // "defended her decision to go": what somebody is known to have decided is taken for done.
        if (word != nullptr && *word == reality::decided && tree.child(governor, deprel::nmod_poss) != none) {
            so_far.in_passing = true;
            return;
        }
        if (word != nullptr && *word != reality::alleged && *word != reality::denied)
            so_far.apply(*word);
        else if (relation != deprel::csubj)
            so_far.apply(reality::pursued);  // "formed a commission to investigate": a purpose
        return;
    }
    if (word == nullptr || *word == reality::happens) return;
    // "in agreeing to it they sought …": what goes along with a plan is no part of it.
    if (relation == deprel::advcl && is_ahead(*word)) return;
    // "they believe, as she announced the vote, that …": a clause of its own beside the one that is doubted.
    if (relation == deprel::advcl && asserts(tree, index) && (*word == reality::alleged || *word == reality::denied))
        return;
    // "said that", "insisted that he left": a finite clause is asserted; only doubt and denial reach it.
    if (asserts(tree, index) && (is_ahead(*word) || *word == reality::wanted || *word == reality::refused)) {
        // "demands that she resign" against "told them that she resigned".
        if (*word == reality::wanted && tree.at(index).penn == xpos::vb) so_far.apply(reality::wanted);
        return;
    }
    so_far.apply(*word);
}

/// "the meeting did not take place".
bool did_not_come_about(const syntax& tree, const trigger_match& match) {
    if (match.word_class != trigger_class::noun || match.light != none) return false;
    const token& word = tree.at(match.token);
    if (word.head == none || universal(word.relation) != deprel::nsubj || !is_negated(tree, word.head)) return false;
    const std::string_view verb = tree.lemma(word.head);
    return verb == "happen" || verb == "occur" || verb == "take" || verb == "materialize" || verb == "materialise";
}

/// Whether a word stands within what the verb reports.
bool reports(const syntax& tree, std::uint32_t verb, std::uint32_t word) {
    const std::uint32_t said = tree.quote_by_cue(verb);
    return said != none && tree.doc().quotes[said].content.contains(tree.at(word).where);
}

bool is_nobody(const syntax& tree, std::uint32_t nominal) {
    static constexpr std::string_view words[] = {"none", "nobody", "neither", "few", "no-one"};
    const std::string lemma = text::lower(tree.lemma(nominal));
    if (is_negated(tree, nominal) || std::find(std::begin(words), std::end(words), lemma) != std::end(words))
        return true;
    // "neither the mayor nor the council"
    const auto all = tree.coordinated(nominal);
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t one) {
        const std::uint32_t joint = tree.child(one, deprel::cc);
        return joint != none && tree.lemma(joint) == "nor";
    });
}

/// "None of them came", "few have said so", "no charges have been filed": told of nobody, or of nobody known.
bool is_said_of_none(const syntax& tree, const trigger_match& match, std::uint32_t verb) {
    if (!tree.is_verb(verb)) return false;
    const std::uint32_t subject = tree.logical_subject(verb);
    const std::uint32_t object = match.speech ? none : tree.logical_object(verb);
    return (subject != none && is_nobody(tree, subject)) || (object != none && is_nobody(tree, object));
}

bool is_dated(const syntax& tree, std::uint32_t index) {
    for (const std::uint32_t c : tree.children(index))
        if (tree.timex_at(c) != none) return true;
    return false;
}

}  // namespace

tense tense_of(const syntax& tree, std::uint32_t predicate) {
    const token& word = tree.at(predicate);
    bool have_past = false, have_present = false, be = false, future = false, modal = false;
    for (const std::uint32_t c : tree.children(predicate)) {
        const token& below = tree.at(c);
        if (below.penn == xpos::to && below.relation == deprel::mark) future = true;
        if (universal(below.relation) != deprel::aux && below.relation != deprel::cop) continue;
        if (below.lemma == "have") (below.penn == xpos::vbd ? have_past : have_present) = true;
        if (below.lemma == "be" && (below.penn == xpos::vbz || below.penn == xpos::vbp)) be = true;
        if (below.lemma == "do" && below.penn == xpos::vbd) return tense::past;
        if (below.lemma == "be" && below.penn == xpos::vbd) have_past = have_past || word.penn == xpos::vbg;
        if (below.penn == xpos::md) {
            const bool will =
                below.lemma == "will" || below.lemma == "would" || below.lemma == "shall" || below.lemma == "'ll";
            (will ? future : modal) = true;
        }
    }
    if (modal || (future && have_present)) return tense::modal;
    if (future) return tense::future;
    if (have_past) return word.penn == xpos::vbg ? tense::past : tense::pluperfect;
    if (have_present) return tense::perfect;
    if (be)
        return word.penn == xpos::vbg ? tense::progressive : word.penn == xpos::vbn ? tense::perfect : tense::present;
    if (word.penn == xpos::vbz || word.penn == xpos::vbp) return tense::present;
    return tree.is_verb(predicate) || tree.child(predicate, deprel::cop) != none ? tense::past : tense::none;
}

std::optional<told_status> status_of(const syntax& tree, const trigger_match& match) {
    verdict so_far;
    const std::uint32_t predicate = match.predicate();
    const bool negated = is_negated(tree, match.token) || is_negated(tree, predicate);
    if (!match.wants_negation && negated && !is_regretted(tree, predicate)) return std::nullopt;
    if (did_not_come_about(tree, match) || is_said_of_none(tree, match, predicate)) return std::nullopt;
    if (is_question(tree, match.token) || is_bidding(tree, predicate)) return std::nullopt;
    if (!match.speech && hangs_on_condition(tree, predicate)) return std::nullopt;
    if (is_passed_over(tree, match.token) || is_passed_over(tree, predicate)) return std::nullopt;
    apply_modifiers(tree, match.token, so_far);
    if (predicate != match.token) apply_modifiers(tree, predicate, so_far);

    std::uint32_t index = match.light == none ? match.token : match.light;
    for (int step = 0; step < longest_chain && index != none; ++step) {
        if ((tree.heads_clause(index) || tree.is_verb(index)) && !is_regretted(tree, index)) {
            const tense told = tense_of(tree, index);
            if (told == tense::modal) so_far.dropped = true;
            if (told == tense::future && !is_infinitive(tree, index))
                so_far.apply(is_conditional(tree, index) ? reality::pursued : reality::planned);
            if (step > 0 && is_negated(tree, index) && !match.wants_negation && !tree.is_verb(match.token)) {
                // "did not discuss the attack": a noun that is spoken of may well have happened.
            } else if (step > 0 && is_negated(tree, index) && tree.at(index).relation != deprel::root) {
                so_far.dropped = true;
            }
            if (step > 0) apply_modifiers(tree, index, so_far);
        } else if (step > 0 && is_negated(tree, index)) {
            so_far.dropped = true;  // "no plans to leave"
        }
        const std::uint32_t governor = tree.governor(index);
        if (governor == none) break;
        // Words within the quotation that the verb reports do not govern it, whatever the tree makes of them.
        if (step == 0 && reports(tree, index, governor)) break;
        // What holds of a governing clause holds of the one below only where that is part of the same assertion.
        apply_governor(tree, index, governor, so_far);
        const deprel relation = universal(tree.at(index).relation);
        const bool manner =
            relation == deprel::advcl && (tree.at(index).penn == xpos::vbg || is_infinitive(tree, index));
        const bool same_assertion =
            manner || relation == deprel::xcomp || relation == deprel::conj || relation == deprel::acl;
        if (!same_assertion || tree.at(index).relation == deprel::acl_relcl) break;
        // "met her to talk and said …": only like forms are joined; who tries to calm, saying something, has said it.
        const bool unlike = relation == deprel::conj && tree.is_verb(governor) && is_finite_form(tree, index) &&
                            !is_finite_form(tree, governor);
        if (unlike || (manner && match.speech && step == 0 && tree.at(index).penn == xpos::vbg)) break;
        index = governor;
    }
    const bool habit = match.word_class == trigger_class::verb && tense_of(tree, match.token) == tense::present;
    if (so_far.dropped || (habit && !match.speech && !is_dated(tree, match.token))) return std::nullopt;
    return told_status{so_far.status, so_far.in_passing};
}

}  // namespace throughline::extraction
