// What makes two events of a type the same: read from data/event_types.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace throughline::linking {

/// Whose difference makes two events of a type different.
enum class identity : std::uint8_t { any, speaker, pair, target };

/// The people whom an event of a type befalls only once.
enum class once : std::uint8_t { none, recipient, party };

struct type_rule {
    std::uint32_t groups = 0;  ///< a bit for each group the type is in
    identity by = identity::any;
    once befalls = once::none;
};

/// The rule of "other" for a type that has no row.
type_rule rule_of(std::string_view type);

}  // namespace throughline::linking
