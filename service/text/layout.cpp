#include "text/layout.hpp"

#include "text/utf8.hpp"

namespace throughline::text {
namespace {

constexpr std::size_t widest_wrapped_line = 120;  // bytes; longer lines are whole paragraphs
constexpr std::size_t narrowest_wrapped_line = 30;

/// Line ends within white space; CR LF counts once.
std::size_t count_line_ends(std::string_view gap) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < gap.size();) {
        const auto c = decode(gap, at);
        if (kind_of(c.value) == char_kind::newline && !(c.value == '\n' && at > 0 && gap[at - 1] == '\r')) ++count;
        at += c.size;
    }
    return count;
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == ')'; }

}  // namespace

layout::layout(std::string_view text) : text_(text) {
    std::size_t single = 0, continued = 0, line_begin = 0;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', line_begin)) {
        const auto size = end - line_begin;
        line_begin = end + 1;
        if (line_begin == text.size()) break;
        const char next = text[line_begin];
        if (next == '\n' || next == '\r') {
            blank_lines_ = true;
            continue;
        }
        if (size == 0 || end == 0 || (size == 1 && text[end - 1] == '\r')) continue;
        ++single;
        const bool fits = size >= narrowest_wrapped_line && size <= widest_wrapped_line;
        if (fits && next >= 'a' && next <= 'z' && !ends_sentence(text[end - 1])) ++continued;
    }
    wrapped_ = continued >= 2 && continued * 3 >= single;
}

line_break layout::break_in(std::size_t begin, std::size_t end) const {
    const auto count = count_line_ends(text_.substr(begin, end - begin));
    if (count == 0) return line_break::none;
    if (count > 1) return line_break::paragraph;
    if (wrapped_) return line_break::none;
    return blank_lines_ ? line_break::line : line_break::paragraph;
}

}  // namespace throughline::text
