// What a page tells of the article on it.
#pragma once

#include "ingest/published_date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::ingest {

/// All in UTF-8, as found: the address is not canonical yet. "" or empty where the page does not say.
struct page_facts {
    std::string url;
    std::string headline;
    std::string publisher;
    std::vector<std::string> authors;
    std::optional<published_time> published;
    std::string language;
    std::string text;  ///< paragraphs parted by blank lines
};

}  // namespace throughline::ingest
