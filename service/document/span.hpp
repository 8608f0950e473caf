// Places in a text and in its token sequence.
#pragma once

#include <cstdint>

namespace throughline {

/// Half-open byte range [begin, end) into a document's UTF-8 text, on code point boundaries.
struct span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const span&) const = default;
    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool overlaps(span other) const { return begin < other.end && other.begin < end; }
    bool contains(span other) const { return begin <= other.begin && other.end <= end; }
};

/// Half-open range [first, last) of token indices into document::tokens.
struct token_range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool operator==(const token_range&) const = default;
    std::uint32_t size() const { return last - first; }
    bool empty() const { return first == last; }
    bool contains(std::uint32_t token) const { return first <= token && token < last; }
    bool overlaps(token_range other) const { return first < other.last && other.first < last; }
};

}  // namespace throughline
