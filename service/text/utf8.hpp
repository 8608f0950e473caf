// Walking, classifying and folding UTF-8 text by code points.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace throughline::text {

/// What a code point is to the tokeniser.
enum class char_kind : std::uint8_t {
    space,       ///< white space, controls, zero-width blanks
    newline,     ///< line ends: LF, CR, VT, FF, NEL, line and paragraph separator
    lower,       ///< lower-case letters
    upper,       ///< upper- and title-case letters
    letter,      ///< letters without case
    mark,        ///< combining marks, joiners and soft hyphens: belong to what stands before
    digit,       ///< decimal digits and other numbers
    apostrophe,  ///< ' and its typographic right-hand form, which also close quotations
    quote,       ///< other quotation marks
    open,        ///< opening brackets
    close,       ///< closing brackets
    hyphen,      ///< - and the Unicode hyphens
    dash,        ///< en dash, em dash and longer
    stop,        ///< . ! ? and their like in other scripts
    symbol       ///< all other punctuation, currency, mathematics, pictures
};

/// Kind of any code point; the general category decides outside ASCII.
char_kind kind_of_wide(char32_t code_point);

namespace detail {
constexpr std::array<char_kind, 128> make_ascii_kinds() {
    std::array<char_kind, 128> kinds{};
    for (std::size_t c = 0; c < 128; ++c) {
        auto kind = char_kind::symbol;
        if (c <= ' ' || c == 127) kind = char_kind::space;
        if (c >= '\n' && c <= '\r') kind = char_kind::newline;
        if (c >= 'a' && c <= 'z') kind = char_kind::lower;
        if (c >= 'A' && c <= 'Z') kind = char_kind::upper;
        if (c >= '0' && c <= '9') kind = char_kind::digit;
        if (c == '\'' || c == '`') kind = char_kind::apostrophe;
        if (c == '"') kind = char_kind::quote;
        if (c == '(' || c == '[' || c == '{') kind = char_kind::open;
        if (c == ')' || c == ']' || c == '}') kind = char_kind::close;
        if (c == '-') kind = char_kind::hyphen;
        if (c == '.' || c == '!' || c == '?') kind = char_kind::stop;
        kinds[c] = kind;
    }
    return kinds;
}
inline constexpr auto ascii_kinds = make_ascii_kinds();
}  // namespace detail

inline char_kind kind_of(char32_t code_point) {
    return code_point < 128 ? detail::ascii_kinds[code_point] : kind_of_wide(code_point);
}

constexpr bool is_alphabetic(char_kind kind) { return kind >= char_kind::lower && kind <= char_kind::letter; }
constexpr bool is_wordlike(char_kind kind) { return kind >= char_kind::lower && kind <= char_kind::digit; }
constexpr bool is_blank(char_kind kind) { return kind <= char_kind::newline; }

/// One decoded code point and the bytes it takes.
struct code_point {
    char32_t value = 0;
    std::uint32_t size = 0;
};

/// Decodes the code point that begins at `at`, which must be inside the text. A byte that begins no valid sequence
/// gives U+FFFD of size 1, so that a walk always ends.
inline code_point decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::uint32_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + size > text.size()) return {0xfffd, 1};
    char32_t value = lead & (0x7fU >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return {0xfffd, 1};
        value = (value << 6) | (byte(i) & 0x3fU);
    }
    return {value, size};
}

/// Begin of the code point that ends at `at`; `at` must be above 0.
inline std::size_t previous(std::string_view text, std::size_t at) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
    return begin;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void append_utf8(std::string& out, char32_t code_point);

/// Lower case, code point by code point; the result replaces `out`.
void lower_into(std::string_view text, std::string& out);
std::string lower(std::string_view text);

/// The form in which names and words are compared: lower case, combining marks dropped ("Łódź" gives "łodz"),
/// typographic quotes and dashes as their ASCII forms, white space runs as one blank, none at the ends.
std::string fold(std::string_view text);

/// Number of code points.
std::size_t length(std::string_view text);

/// Whether the bytes are well-formed UTF-8: no overlong forms, surrogates or values above U+10FFFF.
bool is_valid_utf8(std::string_view text);

/// Kind of the first and the last code point; `symbol` for an empty text.
char_kind first_kind(std::string_view text);
char_kind last_kind(std::string_view text);

}  // namespace throughline::text
