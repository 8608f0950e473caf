// The parts of a date as pages print them, in any order: year, month, day, clock, half of the day, zone.
#pragma once

#include "ingest/published_date.hpp"

#include <string_view>

namespace throughline::ingest {

/// Reads all of the text as one date. With an unknown zone the value holds the day beside the fault.
date_reading read_date_parts(std::string_view text);

}  // namespace throughline::ingest
