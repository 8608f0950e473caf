// The labels of the name model: the Groningen Meaning Bank's kinds in BIO form.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace throughline::entities {

/// What a name names, as the training corpus parts it.
enum class name_kind : std::uint8_t { person, organization, geographic, geopolitical, time, artifact, event, nature };

inline constexpr std::size_t name_kinds = 8;
inline constexpr std::array<std::string_view, name_kinds> name_kind_codes{"per", "org", "geo", "gpe",
                                                                          "tim", "art", "eve", "nat"};

/// 0 to 7: a name of that kind begins; 8 to 15: it goes on; 16: outside of names.
using name_label = std::uint8_t;
inline constexpr name_label outside = 2 * name_kinds;
inline constexpr std::size_t name_labels = outside + 1;

constexpr name_label begin_of(name_kind kind) { return static_cast<name_label>(kind); }
constexpr name_label inside_of(name_kind kind) {
    return static_cast<name_label>(static_cast<std::size_t>(kind) + name_kinds);
}
constexpr bool is_inside(name_label label) { return label >= name_kinds && label < outside; }
constexpr name_kind kind_of(name_label label) { return static_cast<name_kind>(label % name_kinds); }

/// Whether both are labels of names of one kind, or both outside of names.
constexpr bool same_kind(name_label a, name_label b) {
    return a == b || (a != outside && b != outside && kind_of(a) == kind_of(b));
}

/// Whether `next` may follow `previous`: a name goes on only after a word of the same kind.
constexpr bool may_follow(name_label previous, name_label next) {
    return !is_inside(next) || (previous != outside && kind_of(previous) == kind_of(next));
}

}  // namespace throughline::entities
