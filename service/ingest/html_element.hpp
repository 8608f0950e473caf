// The elements of HTML that the reader of pages knows.
#pragma once

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

}  // namespace throughline::ingest
