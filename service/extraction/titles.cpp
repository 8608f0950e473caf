#include "extraction/titles.hpp"

#include "extraction/factuality.hpp"
#include "extraction/inflection.hpp"
#include "extraction/phrase_writer.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

class title_writer {
public:
    title_writer(const syntax& tree, const trigger_match& match, const event_mention& mention)
        : tree_(tree), phrases_(tree), match_(match), mention_(mention) {}

    std::string write() {
        std::string title;
        const std::uint32_t said = tree_.quote_by_cue(match_.predicate());
        if (said != none) title = report(tree_.doc().quotes[said]);
        if (title.empty() && (match_.word_class == trigger_class::verb || match_.light != none))
            title = clause(match_.predicate());
        if (title.empty() && match_.word_class != trigger_class::verb)
            title = with_participants(noun_phrase(match_.token));
        if (title.empty()) title = with_participants(std::string(tree_.doc().words(mention_.trigger)));
        return finish(std::move(title));
    }

private:
    static std::string finish(std::string title) {
        while (!title.empty() && (title.front() == ' ' || title.front() == ',')) title.erase(0, 1);
        if (title.empty()) return title;
        const text::code_point first = text::decode(title, 0);
        if (first.size == 1 && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
        return shorten(title, longest_title);
    }

    bool is_plural(std::uint32_t subject) const {
        if (plural_names_) return true;
        if (subject == none) return false;
        if (tree_.coordinated(subject).size() > 1) return true;
        const token& word = tree_.at(subject);
        if (word.penn == xpos::nns || word.penn == xpos::nnps)
            return tree_.mention_at(subject) == none || word.penn == xpos::nns;
        return word.lemma == "they" || word.lemma == "we" || word.lemma == "those" || word.lemma == "I" ||
               word.lemma == "you";
    }

    std::string subject_phrase(std::uint32_t subject) {
        auto words = phrases_.keep(subject);
        // Leading determiners and prepositions go, as in headlines.
        while (words.size() > 1 && words.front() != subject &&
               (tree_.at(words.front()).relation == deprel::det || tree_.at(words.front()).relation == deprel::case_) &&
               tree_.mention_at(words.front()) == none)
            words.erase(words.begin());
        std::string text = phrases_.write(words, named_);
        if (text::length(text) > longest_title / 2) text = phrases_.write({subject}, named_);
        return text;
    }

    /// "Name says …", the words said as far as they fit.
    std::string report(const quote& said) {
        const document& doc = tree_.doc();
        std::string who;
        if (said.speaker) {
            named_.push_back(*said.speaker);
            who = doc.entities[*said.speaker].name;
        } else if (!said.speaker_text.empty()) {
            who = shorten(said.speaker_text, longest_title / 3);
        } else {
            return {};
        }
        const std::uint32_t cue = match_.predicate();
        if (!tree_.is_verb(cue)) return {};
        const std::uint32_t subject = tree_.logical_subject(cue);
        // "tells" wants its addressee, who is left out here.
        const bool plain = tree_.is_passive(cue) || tree_.lemma(cue) == "tell";
        std::string title = who + " " +
                            (plain ? present_tense("say", subject != none && is_plural(subject))
                                   : present_tense(tree_.lemma(cue), subject != none && is_plural(subject)));
        std::string words = leading_words(said.content);
        std::replace(words.begin(), words.end(), '\n', ' ');
        const std::size_t room = longest_title - std::min(longest_title, text::length(title) + 3);
        if (room < 12) return title;
        if (said.direct) {
            while (!words.empty() && (words.back() == ',' || words.back() == '.')) words.pop_back();
            return title + " \u201c" + shorten(words, room) + "\u201d";
        }
        return title + " " + reported_words(said, room);
    }

    /// As much of a long quotation as a title could ever show.
    std::string leading_words(span content) const {
        constexpr std::uint32_t enough = 400;
        const std::string_view text = tree_.doc().text;
        std::uint32_t end = std::min(content.end, content.begin + enough);
        while (end < content.end && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        return std::string(text.substr(content.begin, end - content.begin));
    }

    std::string reported_words(const quote& said, std::size_t room) {
        const document& doc = tree_.doc();
        std::vector<std::uint32_t> words;
        auto at = std::lower_bound(doc.tokens.begin(), doc.tokens.end(), said.content.begin,
                                   [](const token& word, std::uint32_t begin) { return word.where.begin < begin; });
        for (; at != doc.tokens.end() && at->where.end <= said.content.end && words.size() < 60; ++at)
            words.push_back(static_cast<std::uint32_t>(at - doc.tokens.begin()));
        return shorten(phrases_.write(words, named_), room);
    }

    /// The names of those in a role, for a subject that the sentence leaves out or gives by a pronoun.
    std::string names_of(participant_role role) {
        std::string names;
        std::size_t count = 0;
        for (const mention_participant& part : mention_.participants) {
            if (part.role != role || count == 2) continue;
            if (!names.empty()) names += " and ";
            named_.push_back(part.entity);
            names += tree_.doc().entities[part.entity].name;
            ++count;
        }
        plural_names_ = count > 1;
        return names;
    }

    bool type_is_joint() const { return mention_.type == "meeting" || mention_.type == "call"; }

    /// A phrase that names nobody, made to stand alone: "Telephone call" gives "Telephone call between A and B".
    std::string with_participants(std::string phrase) {
        if (phrase.empty() || !named_.empty() || mention_.participants.empty()) return phrase;
        const std::string actors = names_of(participant_role::actor);
        if (plural_names_) return phrase + " between " + actors;
        if (!actors.empty()) return phrase + " by " + actors;
        const std::string others = names_of(participant_role::recipient);
        return others.empty() ? phrase : phrase + " involving " + others;
    }

    std::string verb_form(std::uint32_t verb, std::uint32_t subject) const {
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
            form = (subject != none && is_plural(subject) ? "are " : "is ") + std::string(tree_.doc().word(verb));
        else
            form = present_tense(lemma, subject != none && is_plural(subject));
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
            unnamed ? names_of(passive ? participant_role::recipient : participant_role::actor) : std::string();
        if (title.empty() && subject != none && !is_bare_pronoun(tree_, subject)) title = subject_phrase(subject);
        if (title.empty()) return {};
        title += " " + verb_form(verb, subject);
        for (const std::uint32_t c : tree_.children(verb)) {
            if (c < verb && c + 1 != verb) continue;
            if (!is_complement(c)) continue;
            auto words = phrases_.keep(c);
            if (ends_in_time(c)) continue;
            std::vector<std::uint32_t> before = named_;
            const std::string part = phrases_.write(words, named_);
            if (part.empty()) continue;
            if (text::length(title) + 1 + text::length(part) > longest_title) {
                named_ = std::move(before);
                if (text::length(title) + 20 < longest_title && is_core(c))
                    title += " " + shorten(part, longest_title - text::length(title) - 1);
                break;
            }
            title += " " + part;
        }
        return title;
    }

    bool ends_in_time(std::uint32_t c) const { return tree_.timex_at(c) != none; }

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
        const std::string names = names_of(participant_role::actor);
        if (!plural_names_) return {};
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
        named_.clear();
        plural_names_ = false;
        auto words = phrases_.keep(noun);
        const auto leads = [&](std::uint32_t t) {
            const deprel relation = tree_.at(t).relation;
            return t != noun && tree_.mention_at(t) == none &&
                   (relation == deprel::det || relation == deprel::case_ || relation == deprel::mark ||
                    relation == deprel::cop || relation == deprel::aux || relation == deprel::advmod ||
                    relation == deprel::cc);
        };
        // A noun that is a predicate keeps neither its subject nor its copula: "who is under arrest" gives "arrest".
        for (const std::uint32_t c : tree_.children(noun)) {
            const deprel relation = universal(tree_.at(c).relation);
            if (c > noun || (relation != deprel::nsubj && relation != deprel::cop && relation != deprel::aux)) continue;
            std::erase_if(words, [&](std::uint32_t t) { return tree_.under(t, c); });
        }
        while (words.size() > 1 && leads(words.front())) words.erase(words.begin());
        return phrases_.write(words, named_);
    }

    const syntax& tree_;
    phrase_writer phrases_;
    const trigger_match& match_;
    const event_mention& mention_;
    std::vector<std::uint32_t> named_;  ///< entities that the title names already
    bool plural_names_ = false;         ///< names_of() gave two
};

}  // namespace

std::string title_of(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    return title_writer(tree, match, mention).write();
}

}  // namespace throughline::extraction
