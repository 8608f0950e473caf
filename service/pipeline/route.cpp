#include "pipeline/route.hpp"

#include <algorithm>

namespace throughline::pipeline {
namespace {

/// How far above a place the event stands: "took the flight from Oslo to Bergen".
constexpr int longest_climb = 4;
/// Words before and behind the event among which its route is looked for.
constexpr std::uint32_t reach = 30;

/// The key of the place that the token's name means, "" when it names none.
std::string place_at(const document& doc, std::uint32_t at) {
    const auto behind = std::upper_bound(
        doc.entity_mentions.begin(), doc.entity_mentions.end(), at,
        [](std::uint32_t token, const entity_mention& mention) { return token < mention.tokens.first; });
    if (behind == doc.entity_mentions.begin() || !behind[-1].tokens.contains(at)) return {};
    const entity& named = doc.entities[behind[-1].entity];
    return named.kind == entity_kind::place ? named.key : std::string();
}

bool is_noun(const token& word) { return word.pos == upos::noun || word.pos == upos::propn; }

/// Whether the nominal hangs on the trigger, or on the verb of which the trigger is the object, with nothing but nouns
/// between.
bool belongs_to(const document& doc, std::uint32_t nominal, const event_mention& mention) {
    const token& trigger = doc.tokens[mention.trigger_token];
    for (int step = 0; step < longest_climb; ++step) {
        const std::uint32_t above = doc.tokens[nominal].head;
        if (above == token::no_head) return false;
        if (above == mention.trigger_token || mention.trigger.overlaps(doc.tokens[above].where)) return true;
        if (!is_noun(doc.tokens[above])) return is_noun(trigger) && above == trigger.head;
        nominal = above;
    }
    return false;
}

void make_set(std::vector<std::string>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

route route_of(const document& doc, const event_mention& mention) {
    route way;
    const auto sentence = doc.sentences[doc.tokens[mention.trigger_token].sentence].tokens;
    const std::uint32_t first = std::max(sentence.first + reach, mention.trigger_token) - reach;
    const std::uint32_t last = std::min(sentence.last, mention.trigger_token + reach);
    for (std::uint32_t at = first; at < last; ++at) {
        const token& word = doc.tokens[at];
        if (word.relation != deprel::case_ || (word.lemma != "from" && word.lemma != "to")) continue;
        if (word.head == token::no_head || !belongs_to(doc, word.head, mention)) continue;
        if (std::string place = place_at(doc, word.head); !place.empty())
            (word.lemma == "from" ? way.from : way.to).push_back(std::move(place));
    }
    make_set(way.from);
    make_set(way.to);
    return way;
}

}  // namespace throughline::pipeline
