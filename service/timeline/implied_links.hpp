// Links that a sentence implies by telling of an event and of what such events answer, where it names no link itself.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace throughline::timeline {

inline constexpr std::uint32_t no_event = UINT32_MAX;

/// What the timeline knows of an article's mentions.
struct mention_events {
    std::vector<std::uint32_t> event_of;  ///< the event of each mention, no_event outside the timeline
    std::uint32_t central = no_event;     ///< the event that most articles of the story tell of
    std::optional<day> since;             ///< its first day
};

/// A link that one of an article's mentions has to another.
struct implied_link {
    std::uint32_t source = 0;  ///< index into article_record::mentions
    mention_link link;         ///< its words are the evidence of the mention that answers
};

/// For each mention without a link of its own those that data/responses.tsv gives: to the nearest mention in its
/// sentence of a type that such events bear on, else to one with the same people in the sentences right before, else,
/// for some, to the event that the story is about. Never to a mention of the same event.
std::vector<implied_link> implied_links(const article_record& article, const mention_events& events);

}  // namespace throughline::timeline
