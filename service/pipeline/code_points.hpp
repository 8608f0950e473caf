// Byte offsets of a UTF-8 text as counts of Unicode code points.
#pragma once

#include "document/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace throughline::pipeline {

/// Built in one pass over the text; each lookup then looks at one block of 64 bytes at most.
/// The text must outlive the index and be valid UTF-8; offsets lie on code point boundaries.
class code_point_index {
public:
    explicit code_point_index(std::string_view text);

    std::uint32_t operator()(std::uint32_t byte) const;
    span operator()(span bytes) const { return {(*this)(bytes.begin), (*this)(bytes.end)}; }

private:
    std::string_view text_;
    std::vector<std::uint32_t> before_;  ///< code points before each block
};

}  // namespace throughline::pipeline
