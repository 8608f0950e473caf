#include "extraction/selection.hpp"

#include "extraction/binding_verbs.hpp"
#include "extraction/event_anaphors.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace throughline::extraction {
namespace {

bool has_timex(const syntax& tree, std::uint32_t index) {
    for (const std::uint32_t c : tree.children(index))
        if (tree.timex_at(c) != none) return true;
    return false;
}

/// Whether anybody acts or suffers, named or not: "18 people were arrested".
bool has_argument(const syntax& tree, const trigger_match& match) {
    const std::uint32_t verb = match.predicate();
    if (!tree.is_verb(verb)) return false;
    const auto is_told = [&](std::uint32_t argument) { return argument != none && !is_bare_pronoun(tree, argument); };
    const std::uint32_t patient = tree.logical_object(verb);
    return is_told(tree.is_passive(verb) ? patient : tree.logical_subject(verb));
}

/// "angry about the leak", "urged them to end the strike": what another event is about happened, whoever did it.
bool is_spoken_of(const syntax& tree, std::uint32_t noun, std::span<const std::uint32_t> mention_at) {
    const std::uint32_t governor = tree.at(noun).head;
    if (governor == none || mention_at[governor] != none) return governor != none;
    const deprel relation = universal(tree.at(governor).relation);
    const bool asked = relation == deprel::xcomp || (relation == deprel::advcl && tree.at(governor).penn == xpos::vb);
    return asked && mention_at[tree.at(governor).head] != none;
}

/// Whether somebody named acts or suffers, rather than being merely concerned.
bool has_role(const event_mention& mention) {
    return std::any_of(mention.participants.begin(), mention.participants.end(), [](const mention_participant& part) {
        return part.role == participant_role::actor || part.role == participant_role::recipient;
    });
}

/// "we say", "he told the paper": words whose speaker nobody knows.
bool is_anonymous(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    const bool type_is_plain = mention.type == "statement";
    if (!match.speech || match.word_class != trigger_class::verb) return false;
    if (type_is_plain && tree.is_passive(match.token)) return true;  // "is said to have left"
    const bool acted =
        std::any_of(mention.participants.begin(), mention.participants.end(),
                    [](const mention_participant& part) { return part.role == participant_role::actor; });
    const std::uint32_t speaker = acted ? none : tree.logical_subject(match.token);
    return !acted && (speaker == none || is_bare_pronoun(tree, speaker));
}

/// "she said": a plain statement of which no word is told. "his claims": words of many days, not one act.
bool says_nothing(const syntax& tree, const trigger_match& match, const event_mention& mention) {
    if (mention.type != "statement") return false;
    if (match.word_class == trigger_class::noun && match.light == none)
        return tree.at(match.token).penn == xpos::nns && !has_timex(tree, match.token);
    const std::uint32_t verb = match.predicate();
    if (tree.quote_by_cue(verb) != none) return false;
    const auto below = tree.children(verb);
    return std::none_of(below.begin(), below.end(), [&](std::uint32_t c) {
        const deprel relation = universal(tree.at(c).relation);
        const bool told = relation == deprel::obj || relation == deprel::obl || relation == deprel::ccomp ||
                          relation == deprel::xcomp || relation == deprel::advcl || relation == deprel::parataxis;
        return told && tree.timex_at(c) == none;
    });
}

bool tells(const syntax& tree, const event_type& type, const trigger_match& match, const event_mention& mention) {
    if (says_nothing(tree, match, mention)) return false;
    if (is_anonymous(tree, match, mention)) return false;
    if (has_role(mention)) return true;
    if (!mention.participants.empty() && match.word_class == trigger_class::noun) return true;
    // "one Ruritanian banker said": who speaks is described, if not named.
    if (type.speech) return !mention.participants.empty() && has_argument(tree, match);
    if (match.word_class == trigger_class::noun && match.light == none)
        return has_timex(tree, match.token) || type.bare;
    return has_argument(tree, match);
}

}  // namespace

void select_mentions(document& doc, const syntax& tree, const ontology& types, std::vector<trigger_match>& matches) {
    std::unordered_map<std::uint16_t, std::size_t> last_of_type;
    std::vector<std::uint32_t> mention_at(doc.tokens.size(), none);
    for (std::uint32_t i = 0; i < matches.size(); ++i) mention_at[matches[i].token] = i;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        event_mention& mention = doc.mentions[i];
        const trigger_match match = matches[i];
        const event_type& type = types.types()[match.type];
        const auto before = last_of_type.find(match.type);
        const bool noun = match.word_class == trigger_class::noun;
        const std::uint32_t head = phrase_head(tree, types, match);
        const bool definite = noun && is_definite(tree, head);
        const bool known = definite && before != last_of_type.end();
        if (mention.participants.empty() && known) mention.participants = doc.mentions[before->second].participants;
        if (!known && !tells(tree, type, match, mention) && !(definite && is_spoken_of(tree, head, mention_at)) &&
            !(noun && is_brought_about(tree, match.token, mention_at)))
            continue;
        last_of_type[match.type] = kept;
        if (kept != i) doc.mentions[kept] = std::move(mention);
        matches[kept++] = match;
    }
    doc.mentions.resize(kept);
    matches.resize(kept);
}

}  // namespace throughline::extraction
