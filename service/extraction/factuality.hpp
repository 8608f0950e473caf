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

struct told_status {
    event_status status = event_status::occurred;
    bool in_passing = false;  ///< nobody says that it happens: a purpose, a wish, a choice, what would be
};

/// How the text tells a trigger's event; nullopt when it tells of none: negated, conditional, asked for, feared.
std::optional<told_status> status_of(const syntax& tree, const trigger_match& match);

}  // namespace throughline::extraction
