#include "language/word_info.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::language {
namespace {

hash shape_of(std::string_view form) {
    bool upper = false, lower = false, digit = false, other = false, first_upper = false;
    for (std::size_t at = 0; at < form.size();) {
        const auto c = text::decode(form, at);
        const auto kind = text::kind_of(c.value);
        if (kind == text::char_kind::upper)
            upper = true, first_upper = first_upper || at == 0;
        else if (text::is_alphabetic(kind))
            lower = true;
        else if (kind == text::char_kind::digit)
            digit = true;
        else
            other = true;
        at += c.size;
    }
    const hash bits =
        (upper ? 1U : 0U) | (lower ? 2U : 0U) | (digit ? 4U : 0U) | (other ? 8U : 0U) | (first_upper ? 16U : 0U);
    return bits | (std::min<hash>(form.size(), 5) << 8);
}

constexpr char without_digit(char c) { return c >= '0' && c <= '9' ? '0' : c; }

}  // namespace

word_info describe(std::string_view form, std::string& buffer) {
    text::lower_into(form, buffer);
    for (char& c : buffer) c = without_digit(c);
    const std::string_view lower = buffer;
    word_info info;
    info.shape = shape_of(form);
    hash h = no_bytes;
    for (std::size_t n = 0; n < lower.size(); ++n) {
        if (n > 0 && n <= info.prefix.size()) info.prefix[n - 1] = mix(h);
        h = add_byte(h, lower[n]);
    }
    info.lower = mix(h);
    for (std::size_t n = std::max<std::size_t>(lower.size(), 1); n <= info.prefix.size(); ++n)
        info.prefix[n - 1] = info.lower;
    for (std::size_t n = 1; n <= info.suffix.size(); ++n)
        info.suffix[n - 1] = n < lower.size() ? hash_bytes(lower.substr(lower.size() - n)) : info.lower;
    return info;
}

hash hash_of_lower(std::string_view form, std::string& buffer) {
    hash h = no_bytes;
    for (const char c : form) {
        if (static_cast<unsigned char>(c) >= 0x80) return describe(form, buffer).lower;
        h = add_byte(h, without_digit(text::ascii_lower(c)));
    }
    return mix(h);
}

}  // namespace throughline::language
