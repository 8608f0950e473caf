#include "extraction/denied_plans.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr int longest_climb = 8;
/// How many mentions back the plan is looked for.
constexpr std::uint32_t look_back = 50;

/// "no plans", "no intention".
bool is_denied_plan(const syntax& tree, std::uint32_t noun) {
    if (!tree.is_noun(noun) || (tree.lemma(noun) != "plan" && tree.lemma(noun) != "intention")) return false;
    const auto below = tree.children(noun);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return c < noun && tree.lemma(c) == "no"; });
}

/// The word for what would be planned: "for a meeting", "to meet"; none.
std::uint32_t planned_word(const syntax& tree, std::uint32_t noun) {
    for (const std::uint32_t c : tree.children(noun)) {
        const deprel relation = universal(tree.at(c).relation);
        if (c > noun && (relation == deprel::nmod || relation == deprel::acl)) return c;
    }
    return none;
}

/// The speech act that the word stands in; none.
std::uint32_t saying(const syntax& tree, const ontology& types, const std::vector<trigger_match>& matches,
                     std::uint32_t word) {
    for (int step = 0; step < longest_climb && word != none; ++step, word = tree.at(word).head) {
        const auto found =
            std::lower_bound(matches.begin(), matches.end(), word,
                             [](const trigger_match& match, std::uint32_t at) { return match.token < at; });
        if (found != matches.end() && found->token == word && types.types()[found->type].speech)
            return static_cast<std::uint32_t>(found - matches.begin());
    }
    return none;
}

/// Whether the words below one name nobody, or one who takes part in the event: "plans for a meeting with Roe".
bool may_concern(const syntax& tree, std::uint32_t word, const event_mention& event) {
    bool named = false;
    const auto [first, last] = tree.subtree(word);
    for (std::uint32_t t = first; t < last; ++t) {
        const std::uint32_t mention = tree.mention_at(t);
        if (mention == none) continue;
        named = true;
        const std::uint32_t who = tree.doc().entity_mentions[mention].entity;
        if (std::any_of(event.participants.begin(), event.participants.end(),
                        [&](const mention_participant& part) { return part.entity == who; }))
            return true;
    }
    return !named;
}

bool may_tell_of(const syntax& tree, const ontology& types, std::uint32_t word, std::uint16_t type) {
    const auto rules = types.rules(tree.word(word));
    return std::any_of(rules.begin(), rules.end(), [&](const trigger_rule& rule) { return rule.type == type; });
}

}  // namespace

std::vector<denied_plan> find_denied_plans(const syntax& tree, const ontology& types,
                                           const std::vector<trigger_match>& matches,
                                           std::span<const event_mention> mentions) {
    std::vector<denied_plan> found;
    for (std::uint32_t t = 0; t < tree.doc().tokens.size(); ++t) {
        const std::uint32_t what = is_denied_plan(tree, t) ? planned_word(tree, t) : none;
        const std::uint32_t i = what == none ? none : saying(tree, types, matches, t);
        if (i == none) continue;
        for (std::uint32_t j = i; j-- > 0 && i - j <= look_back;) {
            if (mentions[j].status != event_status::planned || !may_tell_of(tree, types, what, matches[j].type) ||
                !may_concern(tree, what, mentions[j]))
                continue;
            found.push_back({i, j, what});
            break;
        }
    }
    return found;
}

}  // namespace throughline::extraction
