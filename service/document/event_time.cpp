#include "document/event_time.hpp"

#include <array>

namespace throughline {

std::string_view name(granularity unit) {
    constexpr std::array<std::string_view, 10> names{"none",    "century", "decade", "year", "season",
                                                     "quarter", "month",   "week",   "day",  "time"};
    return names.at(static_cast<std::size_t>(unit));
}

std::string_view name(time_basis basis) {
    constexpr std::array<std::string_view, 4> names{"expression", "linked", "publication", "none"};
    return names.at(static_cast<std::size_t>(basis));
}

}  // namespace throughline
