// The text of the article on a page, without what stands around it.
//
// After Readability (Arc90) and boilerplate detection by text and link density (Kohlschütter et al. 2010): paragraphs
// are runs of inline content; the article is the smallest element that holds most of the page's prose; within it,
// elements that name themselves navigation, adverts, related links, captions, share bars or comments are left out.
#pragma once

#include "ingest/html_tree.hpp"

#include <string>

namespace throughline::ingest {

/// Paragraphs parted by blank lines; "" when the page has no prose, or none but a paywall's or cookie notice.
/// `headline` is left out where the text repeats it.
std::string read_main_text(const html_tree& page, std::string_view headline);

}  // namespace throughline::ingest
