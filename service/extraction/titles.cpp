#include "extraction/titles.hpp"

#include "extraction/factuality.hpp"
#include "extraction/inflection.hpp"
#include "extraction/phrase_writer.hpp"
#include "extraction/speech_title.hpp"
#include "extraction/tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Code points that a shortened complement needs at least.
constexpr std::size_t least_room = 20;

bool is_needed_adverb(std::string_view lemma) {
    static const auto adverbs = read_words("service/extraction/data/title_adverbs.tsv");
    return adverbs.contains(lemma);
}

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
        if (title.empty() && match_.word_class != trigger_class::verb)
            title = with_participants(noun_phrase(match_.token));
        if (title.empty()) title = with_participants(std::string(tree_.doc().words(mention_.trigger)));
        return finish(std::move(title));
    }

private:
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

    std::string verb_form(std::uint32_t verb) const {
        const tense told = tense_of(tree_, verb);
        const bool passive = tree_.is_passive(verb);
        const bool ahead = mention_.status == event_status::planned || told == tense::future;
        const std::string_view lemma = tree_.lemma(verb);
        std::string form;
        if (passive)
            form = std::string(ahead ? "to be " : "") + std::string(tree_.doc().word(verb));
        else if (ahead)
            form = "to " + std::string(lemma);
        else if (!tree_.is_verb(verb))
            form = (subject_.is_plural() ? "are " : "is ") + std::string(tree_.doc().word(verb));
        else if (match_.wants_negation)
            return std::string(subject_.is_plural() ? "do not " : "does not ") + std::string(lemma);
        else
            form = present_tense(lemma, subject_.is_plural());
        if (mention_.status == event_status::alleged) form = "allegedly " + form;
        if (match_.wants_negation) form = "not " + form;
        return form;
    }

    /// Subject, verb and what follows it, dropping from the right what does not fit.
    std::string clause(std::uint32_t verb) {
        const bool passive = tree_.is_verb(verb) && tree_.is_passive(verb);
        std::uint32_t subject = tree_.is_verb(verb)
                                    ? (passive ? tree_.logical_object(verb) : tree_.logical_subject(verb))
                                    : tree_.child(verb, deprel::nsubj);
        const bool unnamed = subject == none || is_bare_pronoun(tree_, subject) ||
                             (type_is_joint() && tree_.mention_at(subject) == none);
        std::string title =
            unnamed ? subject_.names(passive ? participant_role::recipient : participant_role::actor) : std::string();
        if (title.empty() && subject != none && !is_bare_pronoun(tree_, subject)) title = subject_.phrase(subject);
        if (title.empty()) return {};
        title += " " + verb_form(verb);
        // "the law that she signed": the object stands before its verb.
        const std::uint32_t object = tree_.is_verb(verb) && !passive ? tree_.logical_object(verb) : none;
        if (object != none && object != subject && tree_.at(object).head != verb && !tree_.under(verb, subject))
            append(title, object, true);
        for (const std::uint32_t c : tree_.children(verb)) {
            if (c < verb && c + 1 != verb) continue;
            if (!is_complement(c) || tree_.timex_at(c) != none) continue;
            if (!append(title, c, is_core(c))) break;
        }
        return title;
    }

    /// Adds a complement's words where they fit, a core one's cut short; false when nothing more fits.
    bool append(std::string& title, std::uint32_t complement, bool core) {
        std::vector<std::uint32_t> before = subject_.named();
        const std::string part = phrases_.write(phrases_.keep(complement), subject_.named());
        if (part.empty()) return true;
        if (text::length(title) + 1 + text::length(part) <= longest_title) {
            title += " " + part;
            return true;
        }
        subject_.named() = std::move(before);
        if (core && text::length(title) + least_room < longest_title)
            title += " " + shorten(part, longest_title - text::length(title) - 1);
        return false;
    }

    bool is_core(std::uint32_t c) const {
        const deprel relation = universal(tree_.at(c).relation);
        return relation == deprel::obj || relation == deprel::ccomp || relation == deprel::xcomp;
    }

    bool is_complement(std::uint32_t c) const {
        const token& word = tree_.at(c);
        if (c == match_.token) return true;
        switch (word.relation) {
            case deprel::obj:
            case deprel::iobj:
            case deprel::xcomp:
            case deprel::ccomp:
            case deprel::obl:
            case deprel::obl_agent:
            case deprel::compound_prt: return true;
            case deprel::advmod: return is_needed_adverb(tree_.lemma(c));
            case deprel::advcl: {
                const std::uint32_t mark = tree_.child(c, deprel::mark);
                return mark != none && (tree_.lemma(mark) == "of" || tree_.lemma(mark) == "for" ||
                                        tree_.lemma(mark) == "to" || tree_.lemma(mark) == "by");
            }
            default: return false;
        }
    }

    /// "telephone call between Ann Lee and Urs Frei": all that take part, wherever the sentence names them.
    std::string joint_phrase(std::uint32_t noun) {
        if (!type_is_joint()) return {};
        const std::string names = subject_.names(participant_role::actor);
        if (!subject_.is_plural()) return {};
        std::string phrase;
        for (const std::uint32_t c : tree_.children(noun)) {
            const deprel relation = tree_.at(c).relation;
            const bool modifies = relation == deprel::compound || relation == deprel::amod;
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
        // A noun that is a predicate keeps neither its subject nor its copula ("who is under arrest" gives "arrest"),
        // and one of several nothing of the others.
        for (const std::uint32_t c : tree_.children(noun)) {
            const deprel relation = universal(tree_.at(c).relation);
            const bool predicate =
                c < noun && (relation == deprel::nsubj || relation == deprel::cop || relation == deprel::aux);
            if (!predicate && relation != deprel::conj && relation != deprel::cc) continue;
            std::erase_if(words, [&](std::uint32_t t) { return tree_.under(t, c); });
        }
        while (words.size() > 1 && leads(words.front())) words.erase(words.begin());
        return phrases_.write(words, subject_.named());
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
