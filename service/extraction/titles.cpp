#include "extraction/titles.hpp"

#include "extraction/factuality.hpp"
#include "extraction/inflection.hpp"
#include "extraction/phrase_writer.hpp"
#include "extraction/predicate_words.hpp"
#include "extraction/speech_title.hpp"
#include "extraction/tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

class title_writer {
public:
    title_writer(const syntax& tree, const trigger_match& match, const event_mention& mention)
        : tree_(tree),
          phrases_(tree),
          subject_(tree, mention),
          match_(match),
          mention_(mention),
          type_(current_ontology().types()[match.type]) {}

    std::string write() {
        const std::uint32_t predicate = match_.predicate();
        const std::uint32_t said = tree_.quote_by_cue(predicate);
        std::string title;
        if (said != none) title = speech_title(tree_, subject_, predicate, tree_.doc().quotes[said]);
        if (title.empty() && (match_.word_class == trigger_class::verb || match_.light != none))
            title = clause(predicate);
        if (begins_with_pronoun(title)) title.clear();
        if (title.empty() && match_.word_class == trigger_class::verb && !type_.speech) title = undergoing(predicate);
        if (title.empty() && match_.word_class != trigger_class::verb) {
            title = with_participants(noun_phrase(match_.token));
            // "Election", "Latest hack": a phrase without a name does not stand alone.
            if (subject_.named().empty() && std::count(title.begin(), title.end(), ' ') < 2) title.clear();
        }
        if (title.empty() && !type_.speech && match_.word_class == trigger_class::verb) title = doing(match_.token);
        if (title.empty()) title = evidence();
        return finish(std::move(title));
    }

private:
    /// "He says …": nobody who reads the title alone knows who.
    static bool begins_with_pronoun(std::string_view title) {
        const std::string first = text::lower(title.substr(0, title.find(' ')));
        return first == "he" || first == "she" || first == "it" || first == "they" || first == "who";
    }

    static std::string finish(std::string title) {
        while (!title.empty() && (title.front() == ' ' || title.front() == ',')) title.erase(0, 1);
        if (std::count(title.begin(), title.end(), '"') % 2 != 0) title.erase(title.rfind('"'), 1);
        while (!title.empty() && title.back() == ' ') title.pop_back();
        if (title.empty()) return title;
        const text::code_point first = text::decode(title, 0);
        if (first.size == 1 && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
        return shorten(title, longest_title);
    }

    bool type_is_joint() const { return mention_.type == "meeting" || mention_.type == "call"; }

    /// A phrase that names nobody, made to stand alone: "Telephone call between A and B", "A's criticism", "Arrest of
    /// B".
    std::string with_participants(std::string phrase) {
        if (phrase.empty() || !subject_.named().empty() || mention_.participants.empty()) return phrase;
        const std::string actors = subject_.names(participant_role::actor);
        if (subject_.is_plural() && type_is_joint()) return phrase + " between " + actors;
        if (!actors.empty()) return type_.possessive == "actor" ? actors + "'s " + phrase : phrase + " by " + actors;
        const std::string others = subject_.names(participant_role::recipient);
        if (others.empty()) return phrase;
        return phrase + (type_.of == "recipient" || type_.possessive == "recipient" ? " of " : " involving ") + others;
    }

    /// "may", "could" before a verb; none.
    std::uint32_t modal(std::uint32_t verb) const {
        for (const std::uint32_t c : tree_.children(verb))
            if (tree_.at(c).penn == xpos::md && tree_.lemma(c) != "will" && tree_.lemma(c) != "would") return c;
        return none;
    }

    /// Whether "will" or "would" stands before the verb.
    bool is_announced(std::uint32_t verb) const {
        for (const std::uint32_t c : tree_.children(verb))
            if (tree_.at(c).penn == xpos::md) return true;
        return false;
    }

    bool is_negated(std::uint32_t verb) const {
        for (const std::uint32_t c : tree_.children(verb))
            if (c < verb && (tree_.lemma(c) == "not" || tree_.lemma(c) == "never" || tree_.lemma(c) == "n't"))
                return true;
        return false;
    }

    /// The number that the verb's own form gives, else the subject's.
    bool is_plural(std::uint32_t verb, bool own_subject) const {
        if (!own_subject || match_.token != verb) return subject_.is_plural();
        std::uint32_t finite = verb;
        for (const std::uint32_t c : tree_.children(verb))
            if (universal(tree_.at(c).relation) == deprel::aux && c < verb) finite = std::min(finite, c);
        const token& word = tree_.at(finite);
        const std::uint32_t near = tree_.child(verb, deprel::nsubj);
        if (near == none || near > finite || tree_.lemma(near) == "I") return subject_.is_plural();
        if (word.penn == xpos::vbz || tree_.doc().word(finite) == "was") return false;
        if (word.penn == xpos::vbp || tree_.doc().word(finite) == "were") return true;
        return subject_.is_plural();
    }

    std::string verb_form(std::uint32_t verb, bool own_subject) const {
        const tense told = tense_of(tree_, verb);
        // "the first person diagnosed": a participle right behind its noun, also where it looks like a past tense.
        const token& word = tree_.at(verb);
        const bool reduced =
            word.relation == deprel::acl && word.penn == xpos::vbd && tree_.child(verb, deprel::obj) == none;
        const bool passive = reduced || tree_.is_passive(verb);
        const bool infinitive = tree_.at(verb).penn == xpos::vb && modal(verb) == none && !is_announced(verb);
        const bool ahead = mention_.status == event_status::planned || (told == tense::future && !infinitive);
        const bool plural = is_plural(verb, own_subject);
        const bool negated = match_.wants_negation || is_negated(verb);
        const std::string base = passive ? "be " + std::string(tree_.doc().word(verb)) : std::string(tree_.lemma(verb));
        const std::uint32_t may = modal(verb);
        std::string form;
        if (may != none)
            return std::string(tree_.lemma(may)) + (negated ? " not " : " ") + base;
        else if (ahead)
            form = "to " + base;
        else if (passive)
            form = std::string(tree_.doc().word(verb));
        else if (!tree_.is_verb(verb))
            return (plural ? "are " : "is ") + std::string(negated ? "not " : "") + std::string(tree_.doc().word(verb));
        else if (negated)
            return std::string(plural ? "do not " : "does not ") + std::string(tree_.lemma(verb));
        else
            form = present_tense(tree_.lemma(verb), plural);
        if (mention_.status == event_status::alleged) form = "allegedly " + form;
        return (negated ? "not " : "") + form;
    }

    /// Subject, verb and what follows it as far as there is room; "" where the sentence does not give them.
    std::string clause(std::uint32_t verb) {
        const bool passive = tree_.is_verb(verb) && tree_.is_passive(verb);
        const std::uint32_t subject = tree_.is_verb(verb)
                                          ? (passive ? tree_.logical_object(verb) : tree_.logical_subject(verb))
                                          : tree_.child(verb, deprel::nsubj);
        const bool unnamed = subject == none || is_bare_pronoun(tree_, subject) ||
                             (type_is_joint() && tree_.mention_at(subject) == none);
        std::string title =
            unnamed ? subject_.names(passive ? participant_role::recipient : participant_role::actor) : std::string();
        if (title.empty() && subject != none && !is_bare_pronoun(tree_, subject)) title = subject_.phrase(subject);
        if (title.empty()) return {};
        title += " " + verb_form(verb, !unnamed);
        // "the law that she signed": the object stands before its verb.
        const std::uint32_t object = tree_.is_verb(verb) && !passive ? tree_.logical_object(verb) : none;
        if (object != none && object < verb && !takes_only_clause(tree_.lemma(verb)) && object != subject &&
            !tree_.under(verb, subject)) {
            if (tree_.at(object).pos == upos::pron) return {};
            const std::string what =
                phrases_.write(phrases_.without_opening(phrases_.keep(object), true), subject_.named());
            return text::length(title) + 1 + text::length(what) <= longest_title ? title + " " + what : std::string();
        }
        const word_run run =
            words_behind_verb(tree_, verb, takes_clause(verb), tree_.child(verb, deprel::ccomp) != none);
        const std::string rest = phrases_.longest(run, subject_.named(), longest_title - text::length(title) - 1,
                                                  match_.light != none ? match_.token : none);
        if (unnamed && names_subject(run)) return {};
        // Who told whom is no news without what was told.
        if (tree_.lemma(verb) == "tell" && rest.find(' ') == std::string::npos) return {};
        if (!rest.empty()) return title + " " + rest;
        const bool complete = !type_.speech && !takes_clause(verb) && !run.ends.empty() && run.ends.front() == 0 &&
                              match_.light == none && (object == none || object < verb);
        return complete ? title : std::string();
    }

    /// "the rules he says should fall": the noun before such a verb belongs to the clause behind it.
    static bool takes_only_clause(std::string_view lemma) {
        return lemma == "say" || lemma == "think" || lemma == "believe" || lemma == "claim" || lemma == "argue";
    }

    /// Whether the words behind the verb name the one whom a pronoun before it was taken for: then it means another
    /// one.
    bool names_subject(const word_run& run) const {
        return std::any_of(run.words.begin(), run.words.end(), [&](std::uint32_t t) {
            const std::uint32_t mention = tree_.mention_at(t);
            if (mention == none || !tree_.doc().entity_mentions[mention].named) return false;
            const auto& names = mention_.participants;
            return std::any_of(names.begin(), names.end(), [&](const mention_participant& part) {
                return part.role == participant_role::actor &&
                       part.entity == tree_.doc().entity_mentions[mention].entity;
            });
        });
    }

    bool takes_clause(std::uint32_t verb) const {
        return type_.speech || (tree_.is_verb(verb) && current_ontology().is_speech_verb(tree_.word(verb))) ||
               tree_.child(verb, deprel::ccomp) != none;
    }

    /// "Two ministers arrested", "Two ministers to be arrested": what is done to somebody, by nobody knows whom.
    std::string undergoing(std::uint32_t verb) {
        const std::uint32_t object = tree_.is_verb(verb) ? tree_.logical_object(verb) : none;
        if (object == none) return {};
        const std::string who =
            is_bare_pronoun(tree_, object) ? subject_.names(participant_role::recipient) : subject_.phrase(object);
        const bool ahead = mention_.status == event_status::planned;
        return who.empty() ? who : who + (ahead ? " to be " : " ") + past_participle(tree_.lemma(verb));
    }

    /// The words that say so as they stand, where no form of them is safe.
    std::string evidence() {
        word_run clause = words_of_clause(tree_, tokens_in(tree_.doc(), mention_.evidence));
        std::erase_if(clause.ends, [&](std::size_t end) { return end == 0 || !tree_.is_noun(clause.words[end - 1]); });
        if (std::string told = phrases_.longest(clause, subject_.named(), longest_title, match_.token); !told.empty())
            return told;
        std::string words(tree_.doc().words(mention_.evidence));
        std::replace(words.begin(), words.end(), '\n', ' ');
        // A clause is a sentence without the word that ties it to another one.
        static const auto openers = read_words("service/extraction/data/evidence_openers.tsv");
        const std::size_t blank = words.find(' ');
        if (blank != std::string::npos && openers.contains(text::lower(words.substr(0, blank))))
            words.erase(0, blank + 1);
        return words;
    }

    /// "Hacking into the grid", where nobody is known to have done it.
    std::string doing(std::uint32_t verb) {
        if (!tree_.is_verb(verb)) return {};
        const std::string form = present_participle(tree_.lemma(verb));
        const std::string rest = phrases_.longest(
            words_behind_verb(tree_, verb, takes_clause(verb), tree_.child(verb, deprel::ccomp) != none),
            subject_.named(), longest_title - text::length(form) - 1, none);
        return rest.empty() ? form : form + " " + rest;
    }

    /// "telephone call between Ann Lee and Urs Frei": all that take part, wherever the sentence names them.
    std::string joint_phrase(std::uint32_t noun) {
        if (!type_is_joint()) return {};
        const std::string names = subject_.names(participant_role::actor);
        if (!subject_.is_plural()) return {};
        std::string phrase;
        for (const std::uint32_t c : tree_.children(noun)) {
            const deprel relation = tree_.at(c).relation;
            const bool modifies = (relation == deprel::compound || relation == deprel::amod) &&
                                  (c == 0 || tree_.at(c - 1).penn != xpos::hyph) && tree_.at(c + 1).penn != xpos::hyph;
            if (c < noun && modifies && tree_.mention_at(c) == none && !tree_.is_verb(c))
                phrase += std::string(tree_.doc().word(c)) + " ";
        }
        return phrase + std::string(tree_.doc().word(noun)) + " between " + names;
    }

    std::string noun_phrase(std::uint32_t noun) {
        if (const std::string joint = joint_phrase(noun); !joint.empty()) return joint;
        subject_.clear();
        auto words = phrases_.keep(noun);
        const auto leads = [&](std::uint32_t t) {
            const token& word = tree_.at(t);
            return t != noun && tree_.mention_at(t) == none &&
                   (word.relation == deprel::det || word.relation == deprel::mark || word.relation == deprel::advmod ||
                    word.penn == xpos::prp_poss || word.pos == upos::adp || word.pos == upos::sconj ||
                    word.pos == upos::cconj || word.pos == upos::aux || word.pos == upos::adv);
        };
        // What stands before the noun without a gap; a noun that is a predicate keeps neither its subject nor its
        // copula.
        std::vector<std::uint32_t> before;
        for (const std::uint32_t t : words)
            if (t < noun) before.push_back(t);
        const auto breaks = [&](std::uint32_t left, std::uint32_t right) {
            for (std::uint32_t t = left + 1; t < right; ++t)
                if (tree_.timex_at(t) == none && tree_.at(t).pos != upos::punct) return true;
            return tree_.at(left).pos == upos::verb && tree_.at(left).penn != xpos::vbn;
        };
        for (std::size_t k = before.size(); k-- > 0;) {
            const std::uint32_t right = k + 1 < before.size() ? before[k + 1] : noun;
            if (!breaks(before[k], right)) continue;
            before.erase(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(k) + 1);
            break;
        }
        while (!before.empty() && leads(before.front())) before.erase(before.begin());
        before.push_back(noun);
        const std::string head = phrases_.write(before, subject_.named());
        if (text::length(head) >= longest_title) return head;
        const std::string rest = phrases_.longest(words_behind_noun(tree_, noun), subject_.named(),
                                                  longest_title - text::length(head) - 1, none);
        return rest.empty() ? head : head + " " + rest;
    }

    const syntax& tree_;
    phrase_writer phrases_;
    title_subject subject_;
    const trigger_match& match_;
    const event_mention& mention_;
    const event_type& type_;
};

}  // namespace

std::string title_of(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    return title_writer(tree, match, mention).write();
}

}  // namespace throughline::extraction
