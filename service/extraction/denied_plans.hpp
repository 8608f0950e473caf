// Plans of which somebody says that there are none.
#pragma once

#include "document/event_mention.hpp"
#include "extraction/triggers.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace throughline::extraction {

struct denied_plan {
    std::uint32_t denial = 0;  ///< index of the speech act that says so
    std::uint32_t plan = 0;    ///< index of the event that lies ahead
    std::uint32_t token = 0;   ///< the word for what is not planned
};

/// "said that there were no plans for a meeting": speech acts that deny an event told before as planned, by a word for
/// events of its type. `mentions` go by `matches`.
std::vector<denied_plan> find_denied_plans(const syntax& tree, const ontology& types,
                                           const std::vector<trigger_match>& matches,
                                           std::span<const event_mention> mentions);

}  // namespace throughline::extraction
