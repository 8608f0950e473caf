// Which time expression dates which word.
#pragma once

#include "extraction/syntax.hpp"

#include <vector>

namespace throughline::extraction {

/// Each time expression with the word it modifies and how it bounds that word's event.
struct governed_timex {
    std::uint32_t timex = none;     ///< index into document::timexes
    std::uint32_t governor = none;  ///< verb, adjective or noun that it dates
    std::uint32_t head = none;      ///< token that heads the expression
};

/// How an expression relates to its event, by the preposition before it; itself: the day named whatever stands before
/// it
/// ("before May 5, when she left").
enum class bearing : std::uint8_t { within, itself, since, until, before, after };

bearing bearing_of(const syntax& tree, std::uint32_t timex_head);

/// The dates of an expression under its preposition; both sides open when it gives no date.
event_time time_of(const timex& expression, bearing how);

/// All dated expressions of the document with their governors, in text order.
std::vector<governed_timex> govern(const syntax& tree);

}  // namespace throughline::extraction
