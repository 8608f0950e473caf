// Articles that pages describe in JSON-LD with the schema.org vocabulary.
#pragma once

#include "ingest/page_facts.hpp"

#include <optional>
#include <string_view>

namespace throughline::ingest {

/// What a script of type application/ld+json says of an article (NewsArticle and the other types of schema.org whose
/// names end in Article or Posting), found at any depth; `text` is its articleBody. nullopt for none or for broken
/// JSON.
std::optional<page_facts> read_json_ld(std::string_view script);

}  // namespace throughline::ingest
