// Links that a sentence implies by telling of an event and of what such events answer, where it names no link itself.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <vector>

namespace throughline::timeline {

/// A link that one of an article's mentions has to another.
struct implied_link {
    std::uint32_t source = 0;  ///< index into article_record::mentions
    mention_link link;         ///< its words are the source's evidence
};

/// For each mention without a link of its own the one that data/responses.tsv gives: to the nearest mention in its
/// sentence of a type that such events bear on, else to one with the same people in the sentences right before.
std::vector<implied_link> implied_links(const article_record& article);

}  // namespace throughline::timeline
