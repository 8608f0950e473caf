// Which events are too slight to stand on a timeline.
#pragma once

#include "timeline/event_fields.hpp"
#include "timeline/timeline.hpp"

namespace throughline::timeline {

/// False for what no words tell by themselves, and for what one origin alone tells and not plainly: under a title that
/// does not stand alone or, behind a lead, names nobody, outside every type, on a day that cannot be, in passing or,
/// without a date, with nobody who takes part, by the mouth of somebody else or as an opinion in other words.
bool worth_telling(const timeline_event& event, const mention_group& group);

}  // namespace throughline::timeline
