// What two clusters that become one are bound to.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace throughline::linking {

/// No place; `united_bonds` leaves its table full of it.
inline constexpr std::uint32_t nowhere = UINT32_MAX;

/// The bonds of `left` and `right` to all but `into`, one a cluster. A bond names a cluster by its member `other`;
/// `root` gives what that cluster has become, and `unite(bond&, bond)` adds a second bond to the same one. `places` has
/// room for every cluster.
template <typename Bond, typename Root, typename Unite>
std::vector<Bond> united_bonds(const std::vector<Bond>& left, const std::vector<Bond>& right, std::uint32_t into,
                               std::vector<std::uint32_t>& places, Root root, Unite unite) {
    std::vector<Bond> united;
    united.reserve(std::max(left.size(), right.size()));
    for (const auto* list : {&left, &right})
        for (Bond between : *list) {
            between.other = root(between.other);
            if (between.other == into) continue;
            auto& place = places[between.other];
            if (place == nowhere) {
                place = static_cast<std::uint32_t>(united.size());
                united.push_back(between);
            } else {
                unite(united[place], between);
            }
        }
    for (const auto& between : united) places[between.other] = nowhere;
    return united;
}

}  // namespace throughline::linking
