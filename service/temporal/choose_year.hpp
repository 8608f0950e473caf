// Which year a date without one means.
#pragma once

#include "temporal/normalise.hpp"

namespace throughline::temporal {

/// In a narrative the year last told. Else the nearest such date, where one on the side that the tense speaks against
/// counts as `disagreement` farther away.
template <class Candidate>
year_number choose_year(const context& told, grain unit, Candidate candidate) {
    constexpr std::chrono::days disagreement(120);
    if (told.narrative && told.last) return year_of(told.last->anchor);
    const day now = at(unit, told.now).anchor;
    const auto cost = [&](year_number year) {
        const auto distance = candidate(year) - now;
        const bool against =
            (told.verb == tense::past && distance.count() > 0) || (told.verb == tense::future && distance.count() < 0);
        return std::chrono::abs(distance) + (against ? disagreement : std::chrono::days(0));
    };
    const auto year = year_of(told.now);
    year_number best = year;
    for (const auto other : {year - 1, year + 1})
        if (cost(other) < cost(best)) best = other;
    return best;
}

}  // namespace throughline::temporal
