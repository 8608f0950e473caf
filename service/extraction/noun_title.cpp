#include "extraction/noun_title.hpp"

#include "extraction/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

namespace throughline::extraction {
namespace {

/// Words before a noun with which its phrase does not begin: "the", "his", "after".
bool opens_phrase(const token& word) {
    return word.relation == deprel::det || word.relation == deprel::mark || word.relation == deprel::advmod ||
           word.penn == xpos::prp_poss || word.pos == upos::adp || word.pos == upos::sconj || word.pos == upos::cconj ||
           word.pos == upos::aux || word.pos == upos::adv;
}

class noun_writer {
public:
    noun_writer(const syntax& tree, title_subject& subject, const event_mention& mention)
        : tree_(tree),
          phrases_(tree),
          subject_(subject),
          mention_(mention),
          type_(current_ontology().types()[current_ontology().find_type(mention.type)]) {}

    std::string write(std::uint32_t noun) {
        std::string title = with_participants(phrase(noun));
        // "Ann Lee's criticism": that somebody spoke, and nothing of what was said.
        if (type_.speech && !is_followed_) subject_.words().leans = true;
        // "Ann Lee's attack": on whom, the text has told.
        if (type_.of == "recipient" && type_.possessive == "actor" && !is_followed_ &&
            tree_.child(noun, deprel::nmod_poss) != none)
            subject_.words().leans = true;
        // "Election", "Latest hack": a phrase without a name does not stand alone.
        if (subject_.words().named.empty() && std::count(title.begin(), title.end(), ' ') < 2) title.clear();
        return title;
    }

private:
    std::string phrase(std::uint32_t noun) {
        if (std::string joint = joint_phrase(noun); !joint.empty()) return joint;
        subject_.clear();
        const std::string head = phrases_.write(up_to(noun), subject_.words());
        if (text::length(head) >= longest_title) return head;
        const std::string rest = phrases_.longest(words_behind_noun(tree_, noun), subject_.words(),
                                                  longest_title - text::length(head) - 1, none);
        is_followed_ = !rest.empty();
        return rest.empty() ? head : head + " " + rest;
    }

    /// "telephone call between Ann Lee and Urs Frei": all that take part, wherever the sentence names them.
    std::string joint_phrase(std::uint32_t noun) {
        if (!is_joint(mention_)) return {};
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

    /// The noun and what stands before it without a gap; a noun that is a predicate keeps neither its subject nor its
    /// copula.
    std::vector<std::uint32_t> up_to(std::uint32_t noun) const {
        std::vector<std::uint32_t> words;
        for (const std::uint32_t t : phrases_.keep(noun))
            if (t <= noun) words.push_back(t);
        for (std::size_t k = words.size() - 1; k-- > 0;) {
            if (!is_gap(words[k], words[k + 1])) continue;
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(k) + 1);
            break;
        }
        const auto first = std::find_if(words.begin(), words.end(), [&](std::uint32_t t) {
            return t == noun || tree_.mention_at(t) != none || !opens_phrase(tree_.at(t));
        });
        words.erase(words.begin(), first);
        return words;
    }

    bool is_gap(std::uint32_t left, std::uint32_t right) const {
        for (std::uint32_t t = left + 1; t < right; ++t)
            if (tree_.timex_at(t) == none && tree_.at(t).pos != upos::punct) return true;
        return tree_.at(left).pos == upos::verb && tree_.at(left).penn != xpos::vbn;
    }

    /// A phrase that names nobody, made to stand alone: "A's criticism", "Arrest of B".
    std::string with_participants(std::string phrase) {
        if (phrase.empty() || !subject_.words().named.empty() || mention_.participants.empty()) return phrase;
        const std::string actors = subject_.names(participant_role::actor);
        if (!actors.empty()) subject_.words().leans = false;  // "the meeting": theirs
        if (subject_.is_plural() && is_joint(mention_)) return phrase + " between " + actors;
        const std::string owned = subject_.is_plural() && actors.ends_with('s') ? actors + "' " : actors + "'s ";
        if (!actors.empty()) return type_.possessive == "actor" ? owned + phrase : phrase + " by " + actors;
        const std::string others = subject_.names(participant_role::recipient);
        if (others.empty()) return phrase;
        subject_.words().leans = false;
        // "Trial of Ann Lee", but not of the senate that tried her.
        const auto& first = tree_.doc().entities[subject_.words().named.front()];
        const bool undergone = first.kind == entity_kind::person || first.kind == entity_kind::group;
        return phrase +
               (undergone && (type_.of == "recipient" || type_.possessive == "recipient") ? " of " : " involving ") +
               others;
    }

    const syntax& tree_;
    phrase_writer phrases_;
    title_subject& subject_;
    const event_mention& mention_;
    const event_type& type_;
    bool is_followed_ = false;  ///< a phrase behind the noun says more
};

}  // namespace

bool is_joint(const event_mention& mention) { return mention.type == "meeting" || mention.type == "call"; }

std::string noun_title(const syntax& tree, title_subject& subject, const event_mention& mention, std::uint32_t noun) {
    return noun_writer(tree, subject, mention).write(noun);
}

}  // namespace throughline::extraction
