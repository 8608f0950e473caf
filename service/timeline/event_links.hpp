// Links between a story's events, lifted from the links between their mentions.
#pragma once

#include "timeline/timeline.hpp"

#include <span>
#include <vector>

namespace throughline::timeline {

/// Fills `links` of each event: what its mentions say of mentions of other events, each relation to a target once, in
/// the order of the targets.
void link_events(std::span<const article_record> articles, std::vector<timeline_event>& events);

}  // namespace throughline::timeline
