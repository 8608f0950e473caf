// What the head of a page and its marked elements say of the article: JSON-LD, OpenGraph, meta, link and time elements.
#pragma once

#include "ingest/html_tree.hpp"
#include "ingest/page_facts.hpp"

#include <string_view>

namespace throughline::ingest {

/// Each fact from the best source that has it, in the order JSON-LD, OpenGraph and meta, marked elements, the address's
/// own date ("/2018/03/21/"). `text` is JSON-LD's articleBody. `address` is where the page came from, "" when that is
/// not known; its relative addresses are read against its base element, else against that.
page_facts read_page_meta(const html_tree& page, std::string_view address);

}  // namespace throughline::ingest
