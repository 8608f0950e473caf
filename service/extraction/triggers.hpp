// Words that tell of an event, in the sense in which they stand.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::extraction {

struct trigger_match {
    std::uint32_t token = none;  ///< head of the trigger
    std::uint32_t light = none;  ///< light verb that carries tense, subject and time of a noun; none
    token_range words;           ///< the trigger's words: "held talks", "pulled out"
    std::uint16_t type = 0;      ///< index into ontology::types()
    trigger_class word_class = trigger_class::verb;
    bool wants_negation = false;  ///< the rule asks for a negation ("has not been seen"), which thus denies nothing
    bool speech = false;          ///< the type is one of speech
    bool in_passing = false;      ///< see told_status
    std::uint32_t object = none;  ///< noun that is part of the verb's meaning ("drew fire"); none
    std::string_view plover;      ///< root, or root/mode, of the trigger or else of its type; the ontology owns it

    /// The word whose clause, tense and modifiers are the event's.
    std::uint32_t predicate() const { return light == none ? token : light; }
};

/// All triggers in text order, at most one a token.
std::vector<trigger_match> find_triggers(const syntax& tree, const ontology& types);

/// One match for each of the tokens, whatever they are: of type "other" where no rule holds. Throws ontology_error when
/// the ontology has no such type.
std::vector<trigger_match> read_triggers(const syntax& tree, const ontology& types,
                                         std::span<const std::uint32_t> tokens);

}  // namespace throughline::extraction
