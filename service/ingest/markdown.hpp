// Markdown (CommonMark) reduced to the words that a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace throughline::ingest {

/// One line or paragraph without its inline markup.
struct plain_inline {
    std::string text;        ///< emphasis, links, code marks, escapes and HTML unwrapped; pictures and scripts dropped
    std::size_t linked = 0;  ///< bytes of `text` that were the words of a link
};

/// Unwraps inline markup in linear time. A mark that has no partner, or stands within a word, is kept as it is.
plain_inline unwrap_inline(std::string_view source);

}  // namespace throughline::ingest
