// What makes two events of a type the same: read from data/event_types.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace throughline::linking {

/// Whose difference makes two events of a type different.
enum class identity : std::uint8_t { any, speaker, pair, target };

/// The people whom an event of a type befalls only once.
enum class once : std::uint8_t { none, recipient, party, named };

/// type_rule::groups of a type that may be one event with any other.
inline constexpr std::uint32_t any_group = 0x80000000U;

struct type_rule {
    std::uint32_t groups = 0;  ///< a bit for each group the type is in, or any_group
    identity by = identity::any;
    once befalls = once::none;
};

/// Whether events of the two groups may be one.
constexpr bool related(std::uint32_t left, std::uint32_t right) {
    return (left & right) != 0 || ((left | right) & any_group) != 0;
}

/// The rule of "other" for a type that has no row.
type_rule rule_of(std::string_view type);

}  // namespace throughline::linking
