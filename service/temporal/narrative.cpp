#include "temporal/narrative.hpp"

#include "temporal/periods.hpp"

#include <cstdlib>

namespace throughline::temporal {

bool is_narrative(const std::vector<expression>& found, day published) {
    constexpr int other_times = 2;  // years away from the document's
    constexpr std::size_t enough = 5;
    std::size_t history = 0;
    std::size_t news = 0;
    for (const auto& one : found) {
        const auto& slots = one.slots;
        if (const auto year = slots.get(slot::year)) {
            const bool era = slots.has(slot::era);
            if (era || std::abs(*year - year_of(published)) >= other_times)
                ++history;
            else
                ++news;
        } else if (slots.has(slot::weekday) || slots.has(slot::deixis) || one.what == action::cycle) {
            ++news;
        }
    }
    return history >= enough && history > 3 * news;
}

}  // namespace throughline::temporal
