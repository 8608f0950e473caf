// Which events are too slight to stand on a timeline.
#pragma once

#include "timeline/event_fields.hpp"
#include "timeline/timeline.hpp"

namespace throughline::timeline {

/// False for what no words tell by themselves; for what at most two origins tell under a title that does not stand
/// alone; for what two tell all in passing, or first so and without a date; and for what one origin alone tells and not
/// plainly: in many passages of one article or first in passing there, under a title that, behind a lead, names nobody,
/// outside every type, on a day that cannot be or, without a date, with nobody who takes part, by the mouth of somebody
/// else or as an opinion in other words.
bool worth_telling(const timeline_event& event, const mention_group& group);

}  // namespace throughline::timeline
