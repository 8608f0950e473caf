// Names and abbreviations of time zones as news prints them.
#pragma once

#include "core/calendar.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace throughline::ingest {

/// Offset east of UTC on a local day, for a name of data/zones.tsv in any case; nullopt for an unknown name.
/// On the two days a year when the clocks change, the new offset counts from midnight.
std::optional<std::chrono::minutes> zone_offset(std::string_view name, day local);

}  // namespace throughline::ingest
