#include "extraction/participants.hpp"

#include <algorithm>
#include <initializer_list>

namespace throughline::extraction {
namespace {

/// How far below an argument's head names are looked for: "the decision of the head of the bank of England".
constexpr int deepest_noun_phrase = 4;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

participant_role role_named(std::string_view name) {
    return name == "actor"       ? participant_role::actor
           : name == "recipient" ? participant_role::recipient
                                 : participant_role::other;
}

class collector {
public:
    collector(const syntax& tree, const event_type& type, const trigger_match& match)
        : tree_(tree), type_(type), match_(match) {}

    std::vector<mention_participant> collect() {
        if (match_.word_class == trigger_class::noun)
            add_noun(match_.token);
        else
            add_verb(match_.token, participant_role::actor);
        if (match_.light != none) add_verb(match_.light, participant_role::actor);
        std::stable_sort(found_.begin(), found_.end(),
                         [](const place& left, const place& right) { return left.token < right.token; });
        std::vector<mention_participant> participants;
        for (const place& one : found_) {
            // A name said again with less of a role adds nothing.
            const bool known = std::any_of(found_.begin(), found_.end(), [&](const place& other) {
                return other.part.entity == one.part.entity && &other != &one &&
                       (other.part.role < one.part.role ||
                        (other.part.role == one.part.role && other.token < one.token));
            });
            if (!known) participants.push_back(one.part);
        }
        return participants;
    }

private:
    struct place {
        mention_participant part;
        std::uint32_t token;
    };

    void add_mention(std::uint32_t mention, std::uint32_t at, participant_role role) {
        const document& doc = tree_.doc();
        found_.push_back({{doc.entity_mentions[mention].entity, role}, at});
    }

    /// The nominal, what is coordinated with it, and the names inside its phrase, which are merely concerned.
    void add_nominal(std::uint32_t nominal, participant_role role) {
        if (nominal == none) return;
        for (const std::uint32_t one : tree_.coordinated(nominal)) {
            const std::uint32_t mention = tree_.named_by(one);
            if (mention != none) add_mention(mention, one, role);
            add_inside(one, mention == none ? role : participant_role::other, 0);
        }
    }

    void add_inside(std::uint32_t nominal, participant_role role, int depth) {
        if (depth == deepest_noun_phrase) return;
        for (const std::uint32_t c : tree_.children(nominal)) {
            const deprel relation = universal(tree_.at(c).relation);
            const bool inside = relation == deprel::nmod || relation == deprel::appos || relation == deprel::compound ||
                                relation == deprel::amod;
            if (!inside || tree_.timex_at(c) != none) continue;
            // "senators in his party": the phrase's owner is concerned, not an actor.
            if (const std::uint32_t mention = tree_.mention_at(c); mention != none)
                add_mention(mention, c, relation == deprel::appos ? role : participant_role::other);
            add_inside(c, participant_role::other, depth + 1);
        }
    }

    void add_verb(std::uint32_t verb, participant_role subject_role) {
        const std::uint32_t subject =
            tree_.is_verb(verb) ? tree_.logical_subject(verb) : tree_.child(verb, deprel::nsubj);
        if (subject != match_.token) add_nominal(subject, subject_role);
        const std::uint32_t object = tree_.is_verb(verb) ? tree_.logical_object(verb) : none;
        if (object != none && object != match_.token && object != subject)
            add_nominal(object, type_.symmetric && type_.name != "agreement" ? participant_role::actor
                                                                             : role_named(type_.undergoer));
        for (const std::uint32_t c : tree_.children(verb)) {
            const deprel relation = universal(tree_.at(c).relation);
            if (relation == deprel::iobj) add_nominal(c, participant_role::recipient);
            if (relation == deprel::obl || relation == deprel::nmod) add_oblique(c, c == subject);
            if (relation == deprel::xcomp && !tree_.is_verb(c)) add_inside(c, participant_role::other, 0);
            // "accused Moscow of …", "joined Britain in blaming Russia": what hangs on the gerund is concerned.
            if ((relation == deprel::xcomp || relation == deprel::advcl) && tree_.is_verb(c) && !type_.speech)
                add_nominal(tree_.child(c, deprel::obj), participant_role::other);
        }
    }

    void add_noun(std::uint32_t noun) {
        for (const std::uint32_t c : tree_.children(noun)) {
            const token& word = tree_.at(c);
            const deprel relation = universal(word.relation);
            if (tree_.timex_at(c) != none) continue;
            if (word.relation == deprel::nmod_poss)
                add_nominal(c, role_named(type_.possessive));
            else if (relation == deprel::nmod && tree_.preposition(c) != none)
                add_complement(c);
            else if (relation == deprel::compound || relation == deprel::amod)
                add_modifier(c);
            else if (word.relation == deprel::acl && c != match_.light)
                add_verb(c, participant_role::actor);
            else if (relation == deprel::appos)
                add_inside(c, participant_role::other, 0);
        }
        // "the poisoning happened in Salisbury": subject of a verb that merely says so.
        const std::uint32_t governor = tree_.at(noun).head;
        if (match_.light == none && governor != none && tree_.is_verb(governor) && is_subject(noun) &&
            is_one_of(tree_.lemma(governor), {"happen", "occur", "take", "begin", "start", "end", "come", "follow"}))
            for (const std::uint32_t c : tree_.children(governor))
                if (universal(tree_.at(c).relation) == deprel::obl) add_oblique(c, false);
    }

    bool is_subject(std::uint32_t noun) const { return universal(tree_.at(noun).relation) == deprel::nsubj; }

    void add_modifier(std::uint32_t c) {
        const std::uint32_t mention = tree_.mention_at(c);
        if (mention == none) return;
        const document& doc = tree_.doc();
        const entity_kind kind = doc.entities[doc.entity_mentions[mention].entity].kind;
        const bool acts =
            kind == entity_kind::person || kind == entity_kind::organization || kind == entity_kind::group;
        add_mention(mention, c, acts ? role_named(type_.possessive) : participant_role::other);
    }

    participant_role place_or(std::uint32_t nominal, participant_role otherwise) const {
        const std::uint32_t mention = tree_.named_by(nominal);
        if (mention == none) return otherwise;
        const document& doc = tree_.doc();
        const entity_kind kind = doc.entities[doc.entity_mentions[mention].entity].kind;
        return kind == entity_kind::place || kind == entity_kind::organization ? participant_role::place : otherwise;
    }

    void add_complement(std::uint32_t nominal) {
        const std::string_view preposition = tree_.lemma(tree_.preposition(nominal));
        if (preposition == "of")
            add_nominal(nominal, role_named(type_.of));
        else if (preposition == "by")
            add_nominal(nominal, participant_role::actor);
        else
            add_oblique(nominal, false);
    }

    void add_oblique(std::uint32_t nominal, bool is_agent) {
        if (is_agent || tree_.timex_at(nominal) != none || nominal == match_.token) return;
        if (tree_.at(nominal).relation == deprel::obl_agent) return;
        const std::uint32_t case_token = tree_.preposition(nominal);
        const std::string_view preposition = case_token == none ? std::string_view{} : tree_.lemma(case_token);
        const auto together = type_.symmetric ? participant_role::actor : participant_role::recipient;
        if (is_one_of(preposition, {"with", "between", "among"})) return add_nominal(nominal, together);
        if (is_one_of(preposition, {"to", "against", "on", "toward", "towards", "upon", "at"}))
            return add_nominal(nominal,
                               preposition == "at" || preposition == "on" ? place_unless_speech(nominal) : together);
        if (is_one_of(preposition,
                      {"in", "near", "inside", "outside", "into", "around", "across", "from", "within", "through"}))
            return add_nominal(nominal, preposition == "from" && type_.undergoer == "recipient" && type_.speech
                                            ? participant_role::actor
                                            : place_or(nominal, participant_role::other));
        if (is_one_of(preposition, {"as", "than", "like", "such", "according"})) return;
        add_nominal(nominal, participant_role::other);
    }

    participant_role place_unless_speech(std::uint32_t nominal) const {
        return type_.speech ? participant_role::recipient : place_or(nominal, participant_role::recipient);
    }

    const syntax& tree_;
    const event_type& type_;
    const trigger_match& match_;
    std::vector<place> found_;
};

}  // namespace

std::vector<mention_participant> participants_of(const syntax& tree, const ontology& types,
                                                 const trigger_match& match) {
    return collector(tree, types.types()[match.type], match).collect();
}

}  // namespace throughline::extraction
