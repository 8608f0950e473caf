// Which events are too slight to stand on a timeline.
#pragma once

#include "timeline/event_fields.hpp"
#include "timeline/timeline.hpp"

namespace throughline::timeline {

/// False for what no words tell by themselves, and for what is told once and in passing: under a title that does not
/// stand alone, outside every type and without people or words that date it, or as background without both.
bool worth_telling(const timeline_event& event, const mention_group& group);

}  // namespace throughline::timeline
