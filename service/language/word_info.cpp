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

}  // namespace

word_info describe(std::string_view form, std::string& buffer) {
    text::lower_into(form, buffer);
    std::replace_if(
        buffer.begin(), buffer.end(), [](char c) { return c >= '0' && c <= '9'; }, '0');
    const std::string_view lower = buffer;
    word_info info;
    info.lower = hash_bytes(lower);
    info.shape = shape_of(form);
    for (std::size_t n = 1; n <= info.suffix.size(); ++n)
        info.suffix[n - 1] = n < lower.size() ? hash_bytes(lower.substr(lower.size() - n)) : info.lower;
    for (std::size_t n = 1; n <= info.prefix.size(); ++n)
        info.prefix[n - 1] = n < lower.size() ? hash_bytes(lower.substr(0, n)) : info.lower;
    return info;
}

}  // namespace throughline::language
