#include "temporal/actions.hpp"

#include <algorithm>
#include <array>

namespace throughline::temporal {

std::optional<action> parse_action(std::string_view name) {
    constexpr std::array<std::string_view, 23> names{
        "date",      "slashed",    "pair",     "bare_year", "year_quarter", "cycle",       "step",   "same",
        "past_unit", "unanchored", "definite", "weekend",   "quarter",      "half",        "decade", "century",
        "shift",     "shift_last", "duration", "set",       "ref",          "history_ref", "skip"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<action>(found - names.begin());
}

}  // namespace throughline::temporal
