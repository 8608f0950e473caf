// Which newly assembled event is which event stored before: ids stay with the mentions they were given for.
#pragma once

#include "document/span.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace throughline::timeline {

/// A mention known again in every run over the same text.
struct mention_identity {
    std::string article;              ///< article_record::key
    std::uint32_t trigger_begin = 0;  ///< code points
    std::uint32_t trigger_end = 0;

    auto operator<=>(const mention_identity&) const = default;
};

/// An event as it is stored.
struct stored_event {
    std::string id;
    std::vector<mention_identity> mentions;
};

/// An event as it was assembled now.
struct assembled_event {
    std::vector<mention_identity> mentions;  ///< never empty
};

/// A stored event that is no more, and the one that took over its mentions.
struct replacement {
    std::string id;
    std::uint32_t successor = 0;  ///< index into the assembled events

    bool operator==(const replacement&) const = default;
};

/// What becomes of every stored and every assembled event.
struct identity_assignment {
    std::vector<std::optional<std::string>> ids;  ///< of each assembled event; nullopt: new, to be given an id
    std::vector<replacement> replaced;            ///< stored events merged into another, by id
    std::vector<std::string> removed;             ///< stored events none of whose mentions is left, by id

    bool operator==(const identity_assignment&) const = default;
};

/// Pairs the events that share most mentions first (equal counts: the smaller id, then the earlier event); every id is
/// kept by at most one event. A stored event that keeps no event of its own is replaced by the one that holds most of
/// its mentions. The order of `stored` does not matter; the cost is that of sorting the mentions.
identity_assignment assign_identities(std::span<const stored_event> stored, std::span<const assembled_event> assembled);

}  // namespace throughline::timeline
