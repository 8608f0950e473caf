// The body of POST /v1/articles as it was sent, members checked for presence and type alone.
#pragma once

#include "core/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::ingest {

/// Members of the body; nullopt where absent or null. Members of other names are passed over.
struct article_json {
    std::optional<std::string> url, headline, publisher, published_at, language, text, html;
    std::vector<std::string> authors;  ///< a single string counts as one author
};

/// Parses without building a tree. Failures: invalid_encoding, invalid_json (no JSON, no object, deeper than 32 levels,
/// a key twice in one object) and invalid_field (wrong type).
result<article_json> parse_article_json(std::string_view body);

}  // namespace throughline::ingest
