// What keeps two events apart whatever their likeness.
#pragma once

#include "linking/story_mentions.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace throughline::linking {

/// What the mentions of one growing event agree on.
struct event_profile {
    number_set actors;
    number_set recipients;
    number_set persons;
    number_set victims;     ///< story_mention::victims
    number_set route_from;  ///< story_mention::route_from
    number_set route_to;
    std::optional<day> first;  ///< the days that all well founded dates allow
    std::optional<day> last;
    std::uint32_t groups = 0;  ///< type_rule::groups that all share
    identity by = identity::any;
    once befalls = once::none;
    bool mixed = false;  ///< its mentions differ in what makes them the same

    explicit event_profile(const story_mention& mention);
    void absorb(const event_profile& other);
};

/// Why the two cannot be one event, for people; "" when they can.
std::string_view conflict(const event_profile& left, const event_profile& right);

}  // namespace throughline::linking
