// The dates that a page shows of the article on it: time elements, microdata and lines that name themselves dates.
#pragma once

#include "ingest/html_tree.hpp"
#include "ingest/published_date.hpp"

#include <optional>

namespace throughline::ingest {

/// nullopt where the page shows none.
struct page_dates {
    std::optional<published_time> published;
    std::optional<published_time> modified;  ///< marked or worded as the date of a change
};

/// Best first: within the article or main element that holds the page's heading, or in the page's head; within another
/// article or main element; elsewhere, but never in a header, footer, aside or navigation that does not hold the
/// heading, where a page has an article or heading at all. Of these, dates marked as published (pubdate, datePublished)
/// come first, then time elements, then lines whose class or id names a date; then the order of the page. Linear time.
page_dates read_page_dates(const html_tree& page);

}  // namespace throughline::ingest
