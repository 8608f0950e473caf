// The last step of reading an article: each field from what was sent, else from the page, checked.
#pragma once

#include "ingest/article_input.hpp"
#include "ingest/article_json.hpp"
#include "ingest/page_facts.hpp"

#include <string>

namespace throughline::ingest {

/// The article with this text, or the first fault. What was sent counts before what the page tells.
result<article_input> check_article(const article_json& sent, const page_facts& page, std::string text,
                                    const limits& allowed);

/// "8 MB"; other numbers than whole megabytes in bytes.
std::string size_in_words(std::size_t bytes);

}  // namespace throughline::ingest
