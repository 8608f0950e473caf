#include "extraction/events.hpp"

#include "extraction/attribution.hpp"
#include "extraction/dating.hpp"
#include "extraction/evidence.hpp"
#include "extraction/factuality.hpp"
#include "extraction/links.hpp"
#include "extraction/participants.hpp"
#include "extraction/selection.hpp"
#include "extraction/titles.hpp"

#include <utility>

namespace throughline::extraction {

void find_events(document& doc) {
    doc.mentions.clear();
    const syntax tree(doc);
    const ontology& types = current_ontology();
    const attributor attribution(tree, types);
    std::vector<trigger_match> matches;
    for (trigger_match match : find_triggers(tree, types)) {
        const std::optional<event_status> status = status_of(tree, match);
        if (!status) continue;
        event_mention mention;
        mention.type = types.types()[match.type].name;
        mention.trigger_token = match.token;
        mention.trigger = doc.extent(match.words);
        mention.status = *status;
        mention.participants = participants_of(tree, types, match);
        attribution.attribute(match, mention);
        match.type = static_cast<std::uint16_t>(types.find_type(mention.type));
        doc.mentions.push_back(std::move(mention));
        matches.push_back(match);
    }
    select_mentions(doc, tree, types, matches);
    link_mentions(doc, tree, types, matches);
    date_mentions(doc, tree, types, matches);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        doc.mentions[i].evidence = evidence_of(tree, matches[i]);
        doc.mentions[i].title = title_of(tree, matches[i], doc.mentions[i]);
    }
}

}  // namespace throughline::extraction
