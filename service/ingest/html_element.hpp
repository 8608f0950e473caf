// The elements of HTML that the reader of pages knows.
#pragma once

#include <cstddef>
#include <string_view>

namespace throughline::ingest {

/// What data/html_elements.tsv says of an element.
struct html_element {
    std::string_view name;  ///< lower case; "" for elements that are not listed, which are inline
    bool is_void = false;
    bool raw = false;
    bool block = false;
    bool skip = false;
};

/// The element of that name in any case; lives as long as the process.
const html_element& element_of(std::string_view name);

/// Where a mark such as "</script>", given in small letters, stands in the source in any case; npos for nowhere.
std::size_t find_in_any_case(std::string_view source, std::string_view mark, std::size_t from = 0);

}  // namespace throughline::ingest
