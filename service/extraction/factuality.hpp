// Whether an event is told as having happened, planned, denied or alleged, or not as an event at all.
#pragma once

#include "extraction/triggers.hpp"

#include <optional>

namespace throughline::extraction {

/// How a clause tells its event in time.
enum class tense : std::uint8_t {
    none,         ///< a noun outside any clause of its own
    past,         ///< "met"
    perfect,      ///< "has met"
    pluperfect,   ///< "had met"
    present,      ///< "meets"
    progressive,  ///< "is meeting"
    future,       ///< "will meet", "to meet"
    modal         ///< "could meet"
};

tense tense_of(const syntax& tree, std::uint32_t predicate);

/// The status of a trigger's event; nullopt when the text tells of none: negated, conditional, asked for, feared.
std::optional<event_status> status_of(const syntax& tree, const trigger_match& match);

}  // namespace throughline::extraction
