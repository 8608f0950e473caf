#include "extraction/titles.hpp"

#include "extraction/clause_marks.hpp"
#include "extraction/completion.hpp"
#include "extraction/headline_verb.hpp"
#include "extraction/inflection.hpp"
#include "extraction/noun_title.hpp"
#include "extraction/passing.hpp"
#include "extraction/predicate_words.hpp"
#include "extraction/speech_title.hpp"
#include "extraction/tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace throughline::extraction {
namespace {

/// Ends a title that is not understood without its text.
constexpr std::string_view ellipsis = "\u2026";

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
        std::string title = finish(words());
        const bool leans = subject_.words().leans || looks_unfinished(title, names_actor_);
        if (title.empty() || !leans || title.find(ellipsis) != std::string::npos) return title;
        title = shorten(title, longest_title - 1);
        return title.ends_with(ellipsis) ? title : title + std::string(ellipsis);
    }

private:
    std::string words() {
        // "his comments": that somebody spoke, and nothing of what was said.
        if (mention_.type == "statement" && match_.word_class == trigger_class::noun && match_.light == none) return {};
        if (holds_page_words(tree_.doc().words(mention_.evidence))) return {};
        const std::uint32_t predicate = match_.predicate();
        const std::uint32_t said = tree_.quote_by_cue(predicate);
        std::string title;
        // What kind of act a denial or a criticism is says more of its words than "says" does.
        const bool known_act = mention_.type == "denial" || mention_.type == "criticism";
        const clarity wanted = known_act ? clarity::head : clarity::every_word;
        if (said != none) title = speech_title(tree_, subject_, predicate, tree_.doc().quotes[said], wanted);
        const bool verbal = match_.word_class == trigger_class::verb;
        const auto attempt = [&](auto write) {
            if (!title.empty()) return;
            subject_.clear();
            title = write();
        };
        // "Ann Lee is furious"
        const bool said_of =
            match_.word_class == trigger_class::adjective && tree_.child(predicate, deprel::cop) != none;
        if (verbal || said_of || match_.light != none) attempt([&] { return clause(predicate); });
        if (begins_with_pronoun(title)) title.clear();
        names_actor_ = !title.empty() && !subject_.words().named.empty();
        if (verbal && !type_.speech) attempt([&] { return undergoing(predicate); });
        if (!verbal) attempt([&] { return noun_title(tree_, subject_, mention_, match_.token); });
        if (verbal && !type_.speech) attempt([&] { return doing(match_.token); });
        attempt([&] { return evidence(); });
        // A noun that is only mentioned tells neither what became of it nor, often, whose it was.
        if ((verbal || match_.light != none) && is_half(predicate)) subject_.words().leans = true;
        if (repeats_subject(title)) subject_.words().leans = true;
        const bool pair = is_joint(mention_) && subject_.is_plural();
        if (!verbal && match_.light == none && !pair && is_merely_named(tree_, match_.token))
            subject_.words().leans = true;
        return title;
    }

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
        for (const std::string_view close : {std::string_view(",\u201d"), std::string_view(",\"")})
            if (title.ends_with(close)) title.erase(title.size() - close.size(), 1);
        const text::code_point first = text::decode(title, 0);
        if (first.size == 1 && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
        return shorten(title, longest_title);
    }

    /// Subject, verb and what follows it as far as there is room; "" where the sentence does not give them.
    std::string clause(std::uint32_t verb) {
        const bool passive = tree_.is_verb(verb) && tree_.is_passive(verb);
        const std::uint32_t subject = tree_.is_verb(verb)
                                          ? (passive ? tree_.logical_object(verb) : tree_.logical_subject(verb))
                                          : tree_.child(verb, deprel::nsubj);
        const bool unnamed = subject == none || is_bare_pronoun(tree_, subject) ||
                             (tree_.mention_at(subject) == none && (is_joint(mention_) || means_pair(subject)));
        std::string title =
            unnamed ? subject_.names(passive ? participant_role::recipient : participant_role::actor) : std::string();
        // "what she means to do is attack": the tree takes a verb for who does it.
        if (subject != none && tree_.is_verb(subject) && tree_.mention_at(subject) == none) return {};
        if (title.empty() && subject != none && !is_bare_pronoun(tree_, subject)) title = subject_.phrase(subject);
        // "…," said the minister: what stands behind the verb is the one who says it, none of the words said.
        if (title.empty() || (subject != none && (is_quoted_before(subject, verb) || (subject > verb && !passive))))
            return {};
        title += " " + headline_verb(tree_, match_, mention_.status, verb, subject_.is_plural(), !unnamed);
        // "the law that she signed": the object stands before its verb.
        const std::uint32_t object = tree_.is_verb(verb) && !passive ? tree_.logical_object(verb) : none;
        if (object != none && object < verb && !takes_only_clause(tree_.lemma(verb)) && object != subject &&
            !tree_.under(verb, subject)) {
            if (tree_.at(object).pos == upos::pron) return {};
            // "a plan that she described | as a threat": what completes the verb is left out.
            const std::uint32_t end = tree_.doc().sentences[tree_.at(verb).sentence].tokens.last;
            if (is_torn_before(tree_, verb, verb + 1, end)) subject_.words().leans = true;
            const std::string what =
                phrases_.write(phrases_.without_opening(phrases_.keep(object), true), subject_.words());
            return text::length(title) + 1 + text::length(what) <= longest_title ? title + " " + what : std::string();
        }
        word_run run = words_behind_verb(tree_, verb, takes_clause(verb), tree_.child(verb, deprel::ccomp) != none);
        const bool wants_words =
            mention_.type == "statement" &&
            (takes_only_clause(tree_.lemma(verb)) || tree_.lemma(verb) == "tell" || tree_.lemma(verb) == "add");
        // "said said she left": the subject of what was said is lost.
        if (wants_words && !run.words.empty() && is_finite(tree_.at(run.words.front()))) return {};
        // "would not say whether she left": nothing was said.
        if (wants_words && !run.words.empty() && tree_.lemma(run.words.front()) == "whether") return {};
        if (wants_words || tree_.quote_by_cue(verb) != none) keep_told(run);
        const std::string rest = phrases_.longest(run, subject_.words(), longest_title - text::length(title) - 1,
                                                  match_.light != none ? match_.token : none);
        // "notes published by the Gazette": a participle that the tree takes for the verb of the sentence.
        if (!passive && match_.light == none && rest.starts_with("by ")) subject_.words().leans = true;
        if (unnamed && names_subject(run)) return {};
        // Who told whom is no news without what was told.
        if (tree_.lemma(verb) == "tell" && rest.find(' ') == std::string::npos) return {};
        if (!rest.empty() && mention_.type == "statement" && says_nothing(verb)) subject_.words().leans = true;
        // "lashes out": at whom, there was no room to tell.
        if (type_.speech && tree_.quote_by_cue(verb) == none && !rest.empty() && rest.find(' ') == std::string::npos &&
            run.words.size() > 1 && tree_.at(run.words.front()).pos == upos::adp)
            subject_.words().leans = true;
        if (!rest.empty()) return title + " " + rest;
        const bool complete = !type_.speech && !takes_clause(verb) && !run.ends.empty() && run.ends.front() == 0 &&
                              match_.light == none && (object == none || object < verb);
        // "arrives", "travels": and nobody knows where.
        subject_.words().leans = subject_.words().leans || run.is_torn(0) || type_.undergoer == "place";
        return complete ? title : std::string();
    }

    /// Whether a quotation that a word belongs to ends between it and the verb.
    bool is_quoted_before(std::uint32_t word, std::uint32_t verb) const {
        bool opened = false;
        for (std::uint32_t t = word + 1; t < verb; ++t) {
            if (tree_.at(t).penn == xpos::quote_open) opened = true;
            if (tree_.at(t).penn == xpos::quote_close && !std::exchange(opened, false)) return true;
        }
        return false;
    }

    /// "a plot that she was involved in": what stands before the clause completes it, and the title begins behind that.
    bool is_half_relative(std::uint32_t verb) const {
        const std::uint32_t subject = tree_.child(verb, deprel::nsubj);
        if (tree_.at(verb).relation != deprel::acl_relcl || subject == none || is_relative(tree_.at(subject)) ||
            tree_.lemma(subject) == "that")
            return false;
        const auto below = tree_.children(verb);
        const auto any_below = [&](auto holds) { return std::any_of(below.begin(), below.end(), holds); };
        if (any_below([&](std::uint32_t c) { return tree_.at(c).penn == xpos::wrb; })) return false;
        const std::uint32_t object = tree_.logical_object(verb);
        return object == none || object > verb ||
               any_below([&](std::uint32_t c) { return c > verb && tree_.at(c).relation == deprel::obj; });
    }

    bool brings_party(std::uint32_t preposition) const {
        if (preposition == none) return false;
        const std::string_view word = tree_.lemma(preposition);
        return word == "with" || word == "to" || word == "between" || word == "among" || word == "about" ||
               word == "on";
    }

    /// "Lee meets in Geneva", "Lee to hold talks": with whom, the text tells elsewhere.
    bool lacks_other_party(std::uint32_t verb) const {
        const bool among_them = match_.light == none && subject_.is_plural();
        if (!is_joint(mention_) || among_them || !tree_.is_verb(verb)) return false;
        const auto& parts = mention_.participants;
        const auto taking_part = std::count_if(parts.begin(), parts.end(), [](const mention_participant& part) {
            return part.role == participant_role::actor || part.role == participant_role::recipient;
        });
        const auto says_with_whom = [&](std::uint32_t c) {
            const deprel relation = universal(tree_.at(c).relation);
            return c > verb && c != match_.token && tree_.timex_at(c) == none && !is_place(c) &&
                   (relation == deprel::obj || relation == deprel::nmod || relation == deprel::xcomp ||
                    (relation == deprel::obl && brings_party(tree_.preposition(c))));
        };
        const auto of_verb = tree_.children(verb);
        const auto of_noun = tree_.children(match_.token);
        return taking_part < 2 && std::none_of(of_verb.begin(), of_verb.end(), says_with_whom) &&
               std::none_of(of_noun.begin(), of_noun.end(), says_with_whom);
    }

    /// Whether the title of a verb leaves out what the text has told elsewhere.
    bool is_half(std::uint32_t verb) const {
        const std::uint32_t told = tree_.quote_by_cue(verb);
        const bool cites = told != none && tree_.doc().quotes[told].direct;
        return !cites && (is_half_relative(verb) || lacks_other_party(verb));
    }

    /// "Ann Lee says Lee was considering …": one of the two is somebody else.
    bool repeats_subject(std::string_view title) {
        const auto& words = subject_.words();
        if (words.named.empty()) return false;
        const entity& who = tree_.doc().entities[words.named.front()];
        if (who.kind != entity_kind::person || !title.starts_with(who.name)) return false;
        const std::string surname = " " + who.name.substr(who.name.rfind(' ') + 1) + " ";
        return title.substr(0, title.find("\u201c")).find(surname, who.name.size()) != std::string_view::npos;
    }

    bool is_place(std::uint32_t nominal) const {
        const auto& parts = mention_.participants;
        const std::uint32_t mention = tree_.mention_at(nominal);
        return mention != none && std::any_of(parts.begin(), parts.end(), [&](const mention_participant& part) {
                   return part.role == participant_role::place &&
                          part.entity == tree_.doc().entity_mentions[mention].entity;
               });
    }

    /// "responded over the radio": who spoke and where, but neither what was said nor of what.
    bool says_nothing(std::uint32_t verb) const {
        if (match_.light != none || !tree_.is_verb(verb) || tree_.quote_by_cue(verb) != none) return false;
        const auto below = tree_.children(verb);
        return std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
            const deprel relation = universal(tree_.at(c).relation);
            const std::uint32_t preposition = tree_.preposition(c);
            return relation == deprel::obj || relation == deprel::ccomp || relation == deprel::xcomp ||
                   (relation == deprel::obl && preposition != none &&
                    (tree_.lemma(preposition) == "about" || tree_.lemma(preposition) == "of"));
        });
    }

    /// "the two leaders", of whom the text has named both.
    bool means_pair(std::uint32_t subject) const {
        const auto& parts = mention_.participants;
        return tree_.at(subject).penn == xpos::nns && is_definite(tree_, subject) &&
               tree_.child(subject, deprel::nummod) != none &&
               std::count_if(parts.begin(), parts.end(),
                             [](const mention_participant& part) { return part.role == participant_role::actor; }) == 2;
    }

    /// Of words that report something, only what tells what: up to an end behind a clause's verb.
    void keep_told(word_run& run) const {
        const auto told =
            std::find_if(run.words.begin(), run.words.end(), [&](std::uint32_t t) { return is_finite(tree_.at(t)); });
        const auto verb = static_cast<std::size_t>(told - run.words.begin());
        std::erase_if(run.ends, [&](std::size_t end) { return end <= verb; });
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
        // "named Ann Lee | as its envoy": the deed is not told whole.
        const std::uint32_t behind = std::max(tree_.subtree(object).last, verb + 1);
        const std::uint32_t end = tree_.doc().sentences[tree_.at(verb).sentence].tokens.last;
        if (is_torn_before(tree_, verb, behind, end)) subject_.words().leans = true;
        // "Session to be held", "a poll released Tuesday found …": a noun of which the clause's own verb tells more.
        const std::uint32_t above = tree_.at(object).head;
        const bool reduced = tree_.at(verb).relation == deprel::acl && object < verb && above != none;
        const bool bare = who.find(' ') == std::string::npos && tree_.mention_at(object) == none;
        if (reduced || bare) subject_.words().leans = true;
        return who.empty() ? who : who + (ahead ? " to be " : " ") + past_participle(tree_.lemma(verb));
    }

    /// The words that say so as they stand, where no form of them is safe.
    std::string evidence() {
        // Who said it without what was said, or what was said with the speaker cut off, is no title.
        if (tree_.quote_by_cue(match_.predicate()) != none) return {};
        word_run clause = words_of_clause(tree_, tokens_in(tree_.doc(), mention_.evidence));
        std::erase_if(clause.ends, [&](std::size_t end) { return end == 0 || !tree_.is_noun(clause.words[end - 1]); });
        if (std::string told = phrases_.longest(clause, subject_.words(), longest_title, match_.token); !told.empty()) {
            // As the text has it: to be understood where it begins with a name.
            const std::uint32_t first = tree_.mention_at(clause.words.front());
            subject_.words().leans = first == none || !tree_.doc().entity_mentions[first].named;
            return told;
        }
        subject_.words().leans = true;
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
        subject_.words().leans = true;
        const std::string form = present_participle(tree_.lemma(verb));
        const std::string rest = phrases_.longest(
            words_behind_verb(tree_, verb, takes_clause(verb), tree_.child(verb, deprel::ccomp) != none),
            subject_.words(), longest_title - text::length(form) - 1, none);
        return rest.empty() ? form : form + " " + rest;
    }

    const syntax& tree_;
    phrase_writer phrases_;
    title_subject subject_;
    const trigger_match& match_;
    const event_mention& mention_;
    const event_type& type_;
    bool names_actor_ = false;  ///< the title is a clause with a name in it
};

}  // namespace

std::string title_of(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    return title_writer(tree, match, mention).write();
}

}  // namespace throughline::extraction
