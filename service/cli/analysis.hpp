// Ways to show what the pipeline sees in one article.
#pragma once

#include "document/article_record.hpp"
#include "document/document.hpp"

#include <string>

namespace throughline::cli {

/// For people: each paragraph's sentences, then times, names, quotations and events, one a line.
std::string analysis_text(const document& doc, const article_record& record);

/// All layers as one JSON object; places are half-open ranges of code points, as in the API.
std::string analysis_json(const document& doc, const article_record& record);

}  // namespace throughline::cli
