#include "extraction/events.hpp"

#include "extraction/attribution.hpp"
#include "extraction/dating.hpp"
#include "extraction/evidence.hpp"
#include "extraction/factuality.hpp"
#include "extraction/implied_parties.hpp"
#include "extraction/links.hpp"
#include "extraction/participants.hpp"
#include "extraction/passing.hpp"
#include "extraction/selection.hpp"
#include "extraction/titles.hpp"

#include <utility>
#include <vector>

namespace throughline::extraction {
namespace {

class event_reader {
public:
    explicit event_reader(document& doc)
        : doc_(doc), tree_(doc), types_(current_ontology()), attribution_(tree_, types_) {
        doc_.mentions.clear();
    }

    const syntax& tree() const { return tree_; }
    const ontology& types() const { return types_; }

    void add(trigger_match match, told_status told) {
        event_mention mention;
        mention.type = types_.types()[match.type].name;
        mention.trigger_token = match.token;
        mention.trigger = doc_.extent(match.words);
        mention.status = told.status;
        match.in_passing = told.in_passing;
        mention.participants = participants_of(tree_, types_, match);
        attribution_.attribute(match, mention);
        if (mention.type == "criticism" || mention.type == "accusation") add_faulted(tree_, match.predicate(), mention);
        match.type = static_cast<std::uint16_t>(types_.find_type(mention.type));
        doc_.mentions.push_back(std::move(mention));
        matches_.push_back(match);
    }

    void select() { select_mentions(doc_, tree_, types_, matches_); }

    void complete() {
        link_mentions(doc_, tree_, types_, matches_);
        date_mentions(doc_, tree_, types_, matches_);
        for (std::size_t i = 0; i < matches_.size(); ++i) {
            event_mention& mention = doc_.mentions[i];
            if (is_told_in_passing(tree_, matches_[i], mention)) mention.background = true;
            mention.evidence = evidence_of(tree_, matches_[i]);
            mention.title = title_of(tree_, matches_[i], mention);
        }
    }

private:
    document& doc_;
    syntax tree_;
    const ontology& types_;
    attributor attribution_;
    std::vector<trigger_match> matches_;
};

}  // namespace

void find_events(document& doc) {
    event_reader events(doc);
    for (const trigger_match& match : find_triggers(events.tree(), events.types()))
        if (const auto status = status_of(events.tree(), match)) events.add(match, *status);
    events.select();
    events.complete();
}

void take_events(document& doc, std::span<const std::uint32_t> tokens) {
    event_reader events(doc);
    for (const trigger_match& match : read_triggers(events.tree(), events.types(), tokens))
        events.add(match, status_of(events.tree(), match).value_or(told_status{}));
    events.complete();
}

}  // namespace throughline::extraction
