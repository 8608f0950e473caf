#include "ingest/checked_text.hpp"

#include "text/utf8.hpp"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace throughline::ingest {
namespace {

// Zero-width characters, directional marks and the byte order mark show nothing.
bool is_invisible(char32_t c) {
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) ||
           c == 0xfeff || c == 0xad;
}

// The last two code points of every plane and 32 more, which Unicode keeps from ever being characters.
bool is_noncharacter(char32_t c) { return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef); }

// Controls of ASCII but tab and line ends, those of ISO 6429 but the next-line mark U+0085, and non-characters.
bool is_forbidden(char32_t c) {
    if (c < 0x20) return c != '\n' && c != '\t' && c != '\r';
    return (c >= 0x7f && c <= 0x9f && c != 0x85) || is_noncharacter(c);
}

std::string named(std::string_view field) { return field.empty() ? "The input" : "`" + std::string(field) + "`"; }

}  // namespace

std::optional<error> check_encoding(std::string_view value, std::string_view field) {
    if (!text::is_valid_utf8(value))
        return error{errc::invalid_encoding, named(field) + " is not valid UTF-8.", std::string(field)};
    if (value.find('\0') != std::string_view::npos)
        return error{errc::invalid_encoding, named(field) + " holds a NUL byte.", std::string(field)};
    return std::nullopt;
}

std::optional<error> check_characters(std::string_view value, std::string_view field) {
    if (auto failure = check_encoding(value, field)) return failure;
    for (std::size_t at = 0; at < value.size();) {
        const auto byte = static_cast<unsigned char>(value[at]);
        // No other bytes lead to a forbidden code point.
        const bool suspect = byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xef || byte >= 0xf0;
        const auto point = suspect ? text::decode(value, at) : text::code_point{' ', 1};
        at += point.size;
        if (!is_forbidden(point.value)) continue;
        std::array<char, 16> code;
        std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(point.value));
        const char* kind = is_noncharacter(point.value) ? " holds the non-character " : " holds the control character ";
        return error{errc::invalid_encoding, named(field) + kind + code.data() + ".", std::string(field)};
    }
    return std::nullopt;
}

bool has_visible_text(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        const auto point = text::decode(value, at);
        if (!text::is_blank(text::kind_of(point.value)) && !is_invisible(point.value)) return true;
        at += point.size;
    }
    return false;
}

std::string one_line(std::string_view value) {
    std::string line;
    bool blank = false;
    for (std::size_t at = 0; at < value.size();) {
        const auto point = text::decode(value, at);
        if (text::is_blank(text::kind_of(point.value)) || is_noncharacter(point.value)) {
            blank = !line.empty();
        } else {
            if (blank) line += ' ';
            blank = false;
            line += value.substr(at, point.size);
        }
        at += point.size;
    }
    return line;
}

void break_lines(std::string& text) {
    constexpr std::string_view next_line = "\xc2\x85";
    auto mark = text.find(next_line);
    if (mark == std::string::npos) return;
    std::string broken;
    std::size_t from = 0;
    for (; mark != std::string::npos; mark = text.find(next_line, from)) {
        broken.append(text, from, mark - from) += '\n';
        from = mark + next_line.size();
    }
    text = broken.append(text, from);
}

std::string content_digest(std::string_view value) {
    const auto hash = XXH3_128bits(value.data(), value.size());
    std::array<char, 33> digits;
    std::snprintf(digits.data(), digits.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return digits.data();
}

}  // namespace throughline::ingest
