// Links that a sentence implies by telling of an event and of what such events answer, where it names no link itself.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::timeline {

inline constexpr std::uint32_t no_event = UINT32_MAX;

/// A link that one of an article's mentions has to another.
struct implied_link {
    std::uint32_t source = 0;  ///< index into article_record::mentions
    mention_link link;         ///< its words are the evidence of the mention that answers
};

/// For each mention those links that data/responses.tsv gives, unless the text itself ties it to such an event: to the
/// nearest mention in its sentence of a type that such events bear on, else to one with the same people in the sentences
/// right before. Never to a mention of the same event. `event_of` has the event of each of the article's mentions,
/// no_event outside the timeline.
std::vector<implied_link> implied_links(const article_record& article, std::span<const std::uint32_t> event_of);

/// The other side of a link, where the table knows the type of its end: what an event caused answers it, and what
/// answers an event is caused by it. nullopt when the link has none.
std::optional<relation> mirrored(relation kind, std::string_view from_type, std::string_view to_type);

}  // namespace throughline::timeline
