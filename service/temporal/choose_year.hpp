// Which year a date without one means.
#pragma once

#include "temporal/normalise.hpp"

namespace throughline::temporal {

/// In a narrative the year last told. Else the nearest such date, where one on the side that the tense speaks against
/// counts as so many days farther away; a month without a day leans on the tense most. A quarter is one that has begun
/// unless the text looks ahead: quarters are reported on.
template <class Candidate>
year_number choose_year(const context& told, grain unit, Candidate candidate) {
    if (told.narrative && told.last) return year_of(told.last->anchor);
    const std::chrono::days disagreement(unit == grain::day ? 185 : 240);
    const bool past = told.verb == tense::past || unit == grain::quarter;
    const day now = at(unit, told.now).anchor;
    const auto cost = [&](year_number year) {
        const auto distance = candidate(year) - now;
        const bool against = (past && distance.count() > 0) ||
                             (told.verb == tense::future && unit != grain::quarter && distance.count() < 0);
        return std::chrono::abs(distance) + (against ? disagreement : std::chrono::days(0));
    };
    const auto year = year_of(told.now);
    year_number best = year;
    for (const auto other : {year - 1, year + 1})
        if (cost(other) < cost(best)) best = other;
    return best;
}

}  // namespace throughline::temporal
