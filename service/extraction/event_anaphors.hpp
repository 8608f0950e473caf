// Nouns that take up an event told before without being its trigger: "the decision", "this move", "those remarks".
#pragma once

#include "extraction/triggers.hpp"

#include <cstdint>
#include <vector>

namespace throughline::extraction {

struct event_anaphor {
    std::uint32_t token = none;   ///< the noun
    std::uint32_t target = none;  ///< index of the match it takes up
};

/// "the quarantine rules": the noun that stands for the event which the word before it names; the trigger itself where
/// there is none.
std::uint32_t phrase_head(const syntax& tree, const ontology& types, const trigger_match& match);

/// The anaphors of a document in text order, each with the nearest match before it, at most three sentences back, whose
/// type fits (data/event_anaphors.tsv). A noun that is a trigger itself, or that says of what ("the decision of …", "the
/// quarantine rules"), is none.
std::vector<event_anaphor> find_event_anaphors(const syntax& tree, const ontology& types,
                                               const std::vector<trigger_match>& matches);

}  // namespace throughline::extraction
