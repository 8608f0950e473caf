// How much an event matters on its story's timeline.
#pragma once

#include "timeline/event_fields.hpp"
#include "timeline/timeline.hpp"

namespace throughline::timeline {

/// From 0 to 1, from the weights of data/salience.tsv; type, time, participants and counts of the event are filled in.
double salience_of(const timeline_event& event, const mention_group& group);

}  // namespace throughline::timeline
