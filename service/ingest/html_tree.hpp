// A web page as a tree of elements and texts, after the WHATWG tokenizer, in linear time and bounded memory.
//
// Formatting elements are not reconstructed and elements below 200 levels lie flat in the last one: no page, however
// hostile, costs more than a small multiple of its size (docs/decisions/0006-html-tree.md).
#pragma once

#include "core/error.hpp"
#include "ingest/html_element.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::ingest {

/// An attribute as it stands in the page: name in any case, value with its character references.
struct html_attribute {
    std::string_view name;
    std::string_view value;
};

/// An element, or a text when `element` is null. Nodes stand in document order: a node's descendants are those behind
/// it up to `end`.
struct html_node {
    const html_element* element = nullptr;
    std::string_view text;  ///< of a text node: with its character references
    std::uint32_t parent = 0;
    std::uint32_t end = 0;  ///< one past the last descendant
    std::uint32_t first_attribute = 0;
    std::uint32_t attribute_count = 0;

    bool is(std::string_view name) const { return element != nullptr && element->name == name; }
};

/// Holds views into the page that it was read from.
struct html_tree {
    std::vector<html_node> nodes;  ///< node 0 is the root, an element without a name
    std::vector<html_attribute> attributes;

    /// Value of an attribute, its references decoded; "" when the node does not have it. `name` in lower case.
    std::string attribute(std::size_t node, std::string_view name) const;
    bool has_attribute(std::size_t node, std::string_view name) const;

    /// The text below a node, references decoded, on one line; of long ones the first few kilobytes.
    std::string text_of(std::size_t node) const;
};

/// Parses any bytes. Fails with too_large for more than 400,000 tags or 600,000 nodes or attributes.
result<html_tree> parse_html(std::string_view page);

}  // namespace throughline::ingest
