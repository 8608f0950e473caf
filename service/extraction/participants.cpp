#include "extraction/participants.hpp"

#include "extraction/acting_names.hpp"
#include "extraction/implied_parties.hpp"
#include "extraction/tables.hpp"

#include <algorithm>
#include <initializer_list>

namespace throughline::extraction {
namespace {

/// How far below an argument's head names are looked for: "the decision of the head of the bank of England".
constexpr int deepest_noun_phrase = 4;
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

participant_role role_named(std::string_view role) {
    return parse_participant_role(role).value_or(participant_role::other);
}

bool addresses(std::string_view lemma) {
    static const auto verbs = read_words("service/extraction/data/addressing_verbs.tsv");
    return verbs.contains(lemma);
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
        // Whoever is spoken of is not spoken to, and no place of the speech, whatever the tree makes of it.
        const bool beside = role == participant_role::recipient || role == participant_role::place;
        if (beside && is_in_report(at)) role = participant_role::other;
        found_.push_back({{doc.entity_mentions[mention].entity, role}, at});
    }

    /// The nominal, what is coordinated with it, and the names inside its phrase, which are merely concerned.
    void add_nominal(std::uint32_t nominal, participant_role role) {
        if (nominal == none) return;
        for (const std::uint32_t one : tree_.coordinated(nominal)) {
            if (const std::uint32_t person = person_behind_office(tree_, one); person != none)
                add_mention(tree_.mention_at(person), one, role);
            const std::uint32_t mention = tree_.named_by(one);
            const bool describes =
                mention != none && (merely_describes(tree_, mention, one) || opens_description(tree_, one));
            if (mention != none) add_mention(mention, one, describes ? participant_role::other : role);
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
        if (subject != match_.token && !is_quoted(verb, subject)) add_subject(verb, subject, subject_role);
        const std::uint32_t object = tree_.is_verb(verb) ? tree_.logical_object(verb) : none;
        if (object != none && object != match_.token && object != subject) add_nominal(object, object_role(object));
        for (const std::uint32_t c : tree_.children(verb)) {
            const deprel relation = universal(tree_.at(c).relation);
            if (relation == deprel::iobj) add_nominal(c, participant_role::recipient);
            if (c == subject || c == object) continue;
            if (relation == deprel::xcomp && !tree_.is_verb(c)) add_inside(c, participant_role::other, 0);
            // "imposed duties, hitting Ruritania": what hangs on the participle is concerned.
            if ((relation == deprel::xcomp || relation == deprel::advcl) && tree_.is_verb(c) && !type_.speech)
                add_nominal(tree_.child(c, deprel::obj), participant_role::other);
        }
        for (const prepositional_phrase& phrase : tree_.phrases(verb))
            if (phrase.nominal != subject && phrase.nominal != object && !tree_.is_verb(phrase.nominal))
                add_phrase(phrase);
    }

    bool is_in_report(std::uint32_t t) const {
        const std::uint32_t said = tree_.quote_by_cue(match_.predicate());
        return said != none && tree_.doc().quotes[said].content.contains(tree_.at(t).where);
    }

    /// Whether the tree takes a word out of the quotation for the one who speaks it.
    bool is_quoted(std::uint32_t verb, std::uint32_t nominal) const {
        const std::uint32_t said = tree_.quote_by_cue(verb);
        if (said == none || nominal == none) return false;
        const quote& words = tree_.doc().quotes[said];
        return words.direct && words.content.contains(tree_.at(nominal).where);
    }

    participant_role object_role(std::uint32_t object) const {
        if (type_.undergoer == "place") return place_or(object, participant_role::recipient);
        if (type_.name == "statement" && !addresses(tree_.lemma(match_.predicate()))) return participant_role::other;
        return type_.symmetric && type_.name != "agreement" ? participant_role::actor : role_named(type_.undergoer);
    }

    /// The subject, and with "joined Norway in demanding" and "they" those who act with it.
    void add_subject(std::uint32_t verb, std::uint32_t subject, participant_role role) {
        add_nominal(subject, role);
        if (subject != none && tree_.lemma(subject) == "it") add_speaking_body(verb, role);
        const std::uint32_t governor = tree_.at(verb).head;
        if (governor != none && tree_.lemma(governor) == "join" && universal(tree_.at(verb).relation) != deprel::nsubj)
            add_nominal(tree_.logical_object(governor), role);
        if (subject != none && tree_.mention_at(subject) == none && means_pair(tree_, subject))
            for (const std::uint32_t who : last_two_people(tree_, subject)) found_.push_back({{who, role}, subject});
    }

    void add_speaking_body(std::uint32_t verb, participant_role role) {
        if (const std::uint32_t body = speaking_body(tree_, verb); body != none)
            add_mention(tree_.mention_at(body), body, role);
    }

    void add_people(std::uint32_t nominal, participant_role role) {
        if (nominal == none || tree_.mention_at(nominal) == none) return;
        const document& doc = tree_.doc();
        if (doc.entities[doc.entity_mentions[tree_.mention_at(nominal)].entity].kind == entity_kind::person)
            add_mention(tree_.mention_at(nominal), nominal, role);
    }

    void add_noun(std::uint32_t noun) {
        for (const std::uint32_t c : tree_.children(noun)) {
            const token& word = tree_.at(c);
            const deprel relation = universal(word.relation);
            if (tree_.timex_at(c) != none) continue;
            if (word.relation == deprel::nmod_poss)
                add_nominal(c, possessor_role(noun, c));
            else if (relation == deprel::compound || relation == deprel::amod)
                add_modifier(c);
            else if (word.relation == deprel::acl && c != match_.light)
                add_verb(c, participant_role::actor);
            else if (relation == deprel::nsubj)
                add_nominal(c, role_named(type_.of));  // "she is under investigation"
            else if (relation == deprel::appos)
                add_inside(c, participant_role::other, 0);
        }
        for (const prepositional_phrase& phrase : tree_.phrases(noun))
            if (!tree_.is_verb(phrase.nominal)) add_phrase_of_noun(phrase);
        add_governor(noun);
    }

    /// "Lee's arrest" befell Lee; "Lee's arrest of the boys" and "Ruritania's quarantine" are what Lee and the state
    /// did.
    participant_role possessor_role(std::uint32_t noun, std::uint32_t possessor) const {
        const participant_role role = role_named(type_.possessive);
        if (role != participant_role::recipient || type_.undergoer == "place") return role;
        const auto phrases = tree_.phrases(noun);
        const bool of_another = std::any_of(phrases.begin(), phrases.end(), [&](const prepositional_phrase& phrase) {
            return tree_.lemma(phrase.preposition) == "of" && phrase.nominal > noun;
        });
        const std::uint32_t mention = tree_.mention_at(possessor);
        const document& doc = tree_.doc();
        const bool state =
            mention != none && doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::place;
        return of_another || state ? participant_role::actor : role;
    }

    void add_governor(std::uint32_t noun) {
        const std::uint32_t governor = tree_.at(noun).head;
        if (match_.light != none || governor == none || !tree_.is_verb(governor)) return;
        // "the poisoning happened in Salisbury": the verb merely says that there was one.
        if (is_subject(noun) &&
            is_one_of(tree_.lemma(governor), {"happen", "occur", "take", "begin", "start", "end", "come", "follow"})) {
            for (const prepositional_phrase& phrase : tree_.phrases(governor)) add_phrase(phrase);
        }
        // "blamed the minister for the leak": who is blamed, thanked or praised for an act has done it.
        const std::uint32_t preposition = tree_.preposition(noun);
        if (preposition != none && is_one_of(tree_.lemma(preposition), {"for", "over"}))
            add_people(tree_.logical_object(governor), participant_role::actor);
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

    void add_phrase_of_noun(const prepositional_phrase& phrase) {
        const std::string_view preposition = tree_.lemma(phrase.preposition);
        if (preposition == "of")
            add_nominal(phrase.nominal, role_named(type_.of));
        else if (preposition == "by")
            add_nominal(phrase.nominal, participant_role::actor);
        else
            add_phrase(phrase);
    }

    void add_phrase(const prepositional_phrase& phrase) {
        const std::uint32_t nominal = phrase.nominal;
        if (tree_.timex_at(nominal) != none || nominal == match_.token) return;
        const std::string_view preposition = tree_.lemma(phrase.preposition);
        const auto together = type_.symmetric ? participant_role::actor : participant_role::recipient;
        if (type_.undergoer == "place" && is_one_of(preposition, {"to", "toward", "towards", "for"}))
            return add_nominal(nominal, place_or(nominal, participant_role::other));
        if (preposition == "with" && is_thing(nominal)) return add_nominal(nominal, participant_role::other);
        if (is_one_of(preposition, {"with", "between", "among", "to", "against", "toward", "towards", "upon"}))
            return add_nominal(nominal, together);
        if (is_one_of(preposition, {"at", "on"})) return add_nominal(nominal, place_unless_speech(nominal));
        if (is_one_of(preposition,
                      {"in", "near", "inside", "outside", "into", "around", "across", "from", "within", "through"}))
            return add_nominal(nominal, place_or(nominal, participant_role::other));
        if (is_one_of(preposition, {"as", "than", "like", "such", "according", "accord"})) return;
        add_nominal(nominal, preposition == "by" && tree_.at(nominal).relation == deprel::obl_agent
                                 ? participant_role::actor
                                 : participant_role::other);
    }

    /// A disease, a work, a product: nobody to whom something is done.
    bool is_thing(std::uint32_t nominal) const {
        const std::uint32_t mention = tree_.named_by(nominal);
        const document& doc = tree_.doc();
        return mention != none && doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::other;
    }

    /// "shouted at Lee", but "said on Channel Nine".
    participant_role place_unless_speech(std::uint32_t nominal) const {
        const std::uint32_t mention = tree_.named_by(nominal);
        const document& doc = tree_.doc();
        if (type_.name == "statement" && mention != none &&
            doc.entities[doc.entity_mentions[mention].entity].kind != entity_kind::person)
            return participant_role::other;
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
