#include "temporal/narrative.hpp"

#include "temporal/periods.hpp"

namespace throughline::temporal {

bool is_narrative(const std::vector<expression>& found, day published) {
    constexpr std::size_t enough = 6;
    constexpr std::size_t ratio = 5;
    std::size_t history = 0;
    std::size_t news = 0;
    for (const auto& one : found) {
        const auto& slots = one.slots;
        if (const auto year = slots.get(slot::year)) {
            if (slots.has(slot::era) || *year < year_of(published)) ++history;
        } else if (slots.has(slot::deixis) || slots.has(slot::shift) ||
                   (slots.has(slot::weekday) && !slots.has(slot::mday))) {
            ++news;
        } else if (slots.has(slot::era)) {
            ++history;
        }
    }
    return history >= enough && history > ratio * news;
}

}  // namespace throughline::temporal
