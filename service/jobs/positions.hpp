// Sort keys for a list that grows in the middle: most stay as they are, so that few rows are rewritten.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace throughline::jobs {

/// New positions for a list in its new order, ascending from 1. `before` holds the position that each element had, if
/// any. As many as possible stay; the others are put in the middle of the gaps. Where a gap is full all are spread
/// anew.
std::vector<std::int64_t> spread_positions(const std::vector<std::optional<std::int64_t>>& before);

}  // namespace throughline::jobs
