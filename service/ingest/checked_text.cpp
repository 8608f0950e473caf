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
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7f) || c == '\n' || c == '\t' || c == '\r') continue;
        std::array<char, 8> code;
        std::snprintf(code.data(), code.size(), "U+%04X", byte);
        return error{errc::invalid_encoding, named(field) + " holds the control character " + code.data() + ".",
                     std::string(field)};
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
        if (text::is_blank(text::kind_of(point.value))) {
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

std::string content_digest(std::string_view value) {
    const auto hash = XXH3_128bits(value.data(), value.size());
    std::array<char, 33> digits;
    std::snprintf(digits.data(), digits.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return digits.data();
}

}  // namespace throughline::ingest
