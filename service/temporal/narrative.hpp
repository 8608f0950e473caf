// Whether a text reports news of its own day or tells history.
#pragma once

#include "core/calendar.hpp"
#include "temporal/expression.hpp"

#include <vector>

namespace throughline::temporal {

/// A text tells history when it names far more dates with earlier years than weekdays, "today" and "last week".
bool is_narrative(const std::vector<expression>& found, day published);

}  // namespace throughline::temporal
