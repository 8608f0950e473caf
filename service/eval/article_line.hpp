// A corpus's article as one JSON object: `text`, or `sentences` of tokens; `headline`, `publisher`; `date` or
// `published_at`; `doc_id`, `id` or `url`.
#pragma once

#include "document/document.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace throughline::eval {

/// The article before any stage has read it; tokenized sentences are joined by blanks, a line each.
document document_of(const boost::json::object& line);

/// What the corpus calls the article.
std::string key_of(const boost::json::object& line);

}  // namespace throughline::eval
