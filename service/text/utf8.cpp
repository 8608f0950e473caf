#include "text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

namespace throughline::text {
namespace {

/// The ASCII form of typographic punctuation, or the code point itself.
char32_t plain_punctuation(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201a:
        case 0x201b:
        case 0x02bc:
        case '`': return '\'';
        case 0x201c:
        case 0x201d:
        case 0x201e:
        case 0x201f:
        case 0x00ab:
        case 0x00bb: return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212: return '-';
        default: return c;
    }
}

/// Decomposes canonically and drops the marks; most code points decompose to themselves.
void append_without_marks(std::string& out, char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfd = unorm2_getNFDInstance(&status);
    char16_t units[16];
    const auto size =
        U_SUCCESS(status) ? unorm2_getRawDecomposition(nfd, static_cast<UChar32>(c), units, 16, &status) : -1;
    if (size <= 0 || U_FAILURE(status)) {
        append_utf8(out, c);
        return;
    }
    for (std::int32_t i = 0; i < size;) {
        UChar32 part = 0;
        U16_NEXT(units, i, size, part);
        const auto value = static_cast<char32_t>(part);
        if (kind_of(value) == char_kind::mark) continue;
        if (value == c)
            append_utf8(out, value);
        else
            append_without_marks(out, value);
    }
}

/// fold() for a text without other letters; false, with `out` unfinished, for one that has some.
bool fold_ascii(std::string_view text, std::string& out) {
    out.reserve(text.size());
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
        if (!is_blank(kind_of(static_cast<char32_t>(c))))
            out += c == '`' ? '\'' : ascii_lower(c);
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return true;
}

}  // namespace

char_kind kind_of_wide(char32_t c) {
    switch (c) {
        case 0x85:
        case 0x2028:
        case 0x2029: return char_kind::newline;
        case 0x200b:
        case 0xfeff:
        case 0x2060: return char_kind::space;
        case 0x2019:
        case 0x2018:
        case 0x02bc:
        case 0xb4: return char_kind::apostrophe;
        case 0x2010:
        case 0x2011: return char_kind::hyphen;
        case 0x2026:
        case 0x203c:
        case 0x2047:
        case 0x2048:
        case 0x2049:
        case 0x3002:
        case 0xff01:
        case 0xff0e:
        case 0xff1f: return char_kind::stop;
        case 0x201e:
        case 0x201a:
        case 0x2032:
        case 0x2033: return char_kind::quote;
        default: break;
    }
    switch (u_charType(static_cast<UChar32>(c))) {
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER: return char_kind::upper;
        case U_LOWERCASE_LETTER: return char_kind::lower;
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER: return char_kind::letter;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_FORMAT_CHAR: return char_kind::mark;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_LETTER_NUMBER:
        case U_OTHER_NUMBER: return char_kind::digit;
        case U_SPACE_SEPARATOR:
        case U_CONTROL_CHAR: return char_kind::space;
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR: return char_kind::newline;
        case U_DASH_PUNCTUATION: return char_kind::dash;
        case U_START_PUNCTUATION: return char_kind::open;
        case U_END_PUNCTUATION: return char_kind::close;
        case U_INITIAL_PUNCTUATION:
        case U_FINAL_PUNCTUATION: return char_kind::quote;
        default: return char_kind::symbol;
    }
}

void append_utf8(std::string& out, char32_t c) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    UBool failed = false;
    U8_APPEND(bytes, size, U8_MAX_LENGTH, static_cast<UChar32>(c), failed);
    if (!failed) out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

void lower_into(std::string_view text, std::string& out) {
    out.assign(text);
    char all = 0;
    for (char& c : out) {
        all = static_cast<char>(all | c);
        c = ascii_lower(c);
    }
    if (static_cast<unsigned char>(all) < 0x80) return;
    out.clear();
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode(text, at);
        if (c.value < 128)
            out += ascii_lower(text[at]);
        else
            append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
        at += c.size;
    }
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    lower_into(text, out);
    return out;
}

std::string fold(std::string_view text) {
    std::string out;
    if (fold_ascii(text, out)) return out;
    out.clear();
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode(text, at);
        at += c.size;
        const auto kind = kind_of(c.value);
        if (is_blank(kind)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (c.value < 128) {
            out += ascii_lower(static_cast<char>(plain_punctuation(c.value)));
        } else if (kind != char_kind::mark) {
            append_without_marks(out,
                                 static_cast<char32_t>(u_tolower(static_cast<UChar32>(plain_punctuation(c.value)))));
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

bool is_valid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, text.size(), c);
        if (c < 0) return false;
    }
    return true;
}

char_kind first_kind(std::string_view text) {
    return text.empty() ? char_kind::symbol : kind_of(decode(text, 0).value);
}

char_kind last_kind(std::string_view text) {
    return text.empty() ? char_kind::symbol : kind_of(decode(text, previous(text, text.size())).value);
}

}  // namespace throughline::text
