// Which year a date without one means.
#pragma once

#include "temporal/normalise.hpp"

namespace throughline::temporal {

/// In a narrative the year last told. Else, by tense, the last such date up to the document's or the next from it on;
/// without tense the nearest.
template <class Candidate>
year_number choose_year(const context& told, grain unit, Candidate candidate) {
    if (told.narrative && told.last) return year_of(told.last->anchor);
    const day now = at(unit, told.now).anchor;
    const auto year = year_of(told.now);
    if (told.verb == tense::past) return candidate(year) <= now ? year : year - 1;
    if (told.verb == tense::future) return candidate(year) >= now ? year : year + 1;
    year_number best = year;
    for (const auto other : {year - 1, year + 1})
        if (std::chrono::abs(candidate(other) - now) < std::chrono::abs(candidate(best) - now)) best = other;
    return best;
}

}  // namespace throughline::temporal
