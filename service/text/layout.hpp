// What a line end means in a text: nothing, the end of a line that stands for itself, or the end of a paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace throughline::text {

enum class line_break : std::uint8_t { none, line, paragraph };

/// Texts come as one line a paragraph, with blank lines between paragraphs, or broken at a fixed width. The whole text
/// decides which: broken lines go on in lower case far more often than headings and lists do.
class layout {
public:
    explicit layout(std::string_view text);

    /// The break that the white space [begin, end) makes between two words.
    line_break break_in(std::size_t begin, std::size_t end) const;

private:
    std::string_view text_;
    bool wrapped_ = false;      ///< single line ends are blanks
    bool blank_lines_ = false;  ///< blank lines part paragraphs somewhere
};

}  // namespace throughline::text
