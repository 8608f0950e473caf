// A news article on a web page: what the page says of it and its text without the page around it.
#pragma once

#include "core/error.hpp"
#include "ingest/page_facts.hpp"

#include <string_view>

namespace throughline::ingest {

/// Reads a whole page of valid UTF-8 in linear time and memory. Fails with too_large when it has more than 200,000
/// elements. An empty `text` means that no article was found. `address` is where the page came from, "" when that is
/// not known.
result<page_facts> read_html_page(std::string_view html, std::string_view address = {});

}  // namespace throughline::ingest
