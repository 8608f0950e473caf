// A short chronology: the best events of a story, spread over it.
#pragma once

#include "timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace throughline::timeline {

/// What choosing looks at in an event; the store can fill it without the whole event.
struct selection_candidate {
    double salience = 0;       ///< timeline_event::salience
    std::optional<day> first;  ///< timeline_event::time.first
    std::optional<day> last;   ///< timeline_event::time.last
};

/// The indices of at most `count` candidates, ascending. Greedy by salience, where each event already chosen near in
/// time lowers what a further one is worth; equal worth goes to the earlier index. The best n are always among the best
/// n + 1.
std::vector<std::uint32_t> select_best(std::span<const selection_candidate> candidates, std::size_t count);

/// The same over assembled events.
std::vector<std::uint32_t> select_best(std::span<const timeline_event> events, std::size_t count);

}  // namespace throughline::timeline
