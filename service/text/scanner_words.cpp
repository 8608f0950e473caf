// Where a word ends: the half of the scanner that weighs full stops, hyphens and addresses.
#include "text/lexicon.hpp"
#include "text/scanner.hpp"

#include <algorithm>

namespace throughline::text {
namespace {

constexpr std::size_t furthest_look = 64;    // bytes looked ahead for a host name, so that scanning stays linear
constexpr std::size_t longest_dotted = 8;    // bytes of the longest listed abbreviation
constexpr std::size_t longest_prefix = 12;   // bytes of the longest listed prefix
constexpr std::size_t longest_acronym = 24;  // bytes; a longer chain of letters and stops is none

bool is_ascii_alnum(char c) {
    const char low = ascii_lower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
}
bool is_ascii_alpha(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

bool starts_with_scheme(std::string_view text) {
    for (const std::string_view scheme : {"http://", "https://", "www.", "ftp://"})
        if (text.size() > scheme.size() &&
            std::equal(scheme.begin(), scheme.end(), text.begin(), [](char a, char b) { return a == ascii_lower(b); }))
            return true;
    return false;
}

}  // namespace

std::size_t scanner::trim_address(std::size_t begin, std::size_t end) const {
    auto stop = begin;
    int open = 0;
    while (stop < end) {
        const auto c = decode(text_, stop);
        const auto kind = kind_of(c.value);
        if (c.value == '(') ++open;
        if (c.value == ')' && --open < 0) break;
        if (kind == char_kind::quote || c.value == '<' || c.value == '>' || c.value == ']') break;
        stop += c.size;
    }
    while (stop > begin) {
        const auto last = previous(text_, stop);
        const auto c = decode(text_, last).value;
        if (c != '.' && c != ',' && c != ';' && c != ':' && c != '!' && c != '?' && c != '\'' && c != 0x2019) break;
        stop = last;
    }
    return stop;
}

std::size_t scanner::address_end(std::size_t begin) const {
    const auto window = text_.substr(begin, std::min(end_ - begin, furthest_look));
    const char first = ascii_lower(window.front());
    if ((first == 'h' || first == 'w' || first == 'f') && starts_with_scheme(window)) return trim_address(begin, end_);
    // name@host.tld, or host.tld with a path
    std::size_t i = 0, at_sign = 0, last_dot = 0;
    while (i < window.size()) {
        const char c = window[i];
        if (c == '@' && at_sign == 0 && i > 0)
            at_sign = i;
        else if (c == '.')
            last_dot = i;
        else if (!is_ascii_alnum(c) && c != '-' && c != '_' && c != '+')
            break;
        ++i;
    }
    if (last_dot == 0) return begin;
    if (last_dot + 1 == i) {  // the sentence's full stop stands behind the address
        i = last_dot;
        last_dot = window.substr(0, i).rfind('.');
        if (last_dot == std::string_view::npos) return begin;
    }
    if (last_dot == 0 || i == window.size()) {
        if (begin + i < end_) return begin;
    }
    const auto label = window.substr(last_dot + 1, i - last_dot - 1);
    if (at_sign != 0) return last_dot > at_sign + 1 && is_ascii_alnum(window[at_sign + 1]) ? begin + i : begin;
    if (last_dot < 2 || !is_ascii_alnum(window[last_dot - 1]) || !is_ascii_alpha(window[0])) return begin;
    const bool host = std::all_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
                      words().domain_endings.contains(label);
    if (!host) return begin;
    return at(begin + i) == '/' ? trim_address(begin, end_) : begin + i;
}

std::size_t scanner::acronym_end(std::size_t begin) const {
    auto end = begin;
    while (end - begin < longest_acronym && end + 1 < end_ && is_ascii_alpha(text_[end]) && text_[end + 1] == '.' &&
           (end + 2 >= end_ || !is_alphabetic(kind_at(end + 2)) || !is_ascii_alpha(at(end + 2)) || at(end + 3) == '.' ||
            !is_wordlike(kind_at(end + 3)) || kind_at(end + 2) == char_kind::upper))
        end += 2;
    if (end - begin < 4) return begin;
    if (at(end) == '.') return begin;
    // "U.S" with its last stop missing
    if (is_ascii_alpha(at(end)) && kind_at(end) == kind_at(begin) && !is_wordlike(kind_at(end + 1))) ++end;
    return end;
}

std::size_t scanner::word_end() {
    const auto begin = at_;
    auto i = begin + decode(text_, begin).size;
    while (i < end_) {
        const auto c = decode(text_, i);
        const auto kind = kind_of(c.value);
        if (!is_wordlike(kind) && kind != char_kind::mark && c.value != '_' && !joins(i, begin)) break;
        i += c.size;
    }
    return i;
}

bool scanner::joins(std::size_t connector, std::size_t begin) {
    const auto c = decode(text_, connector);
    const auto before = kind_before(connector);
    const auto after = kind_at(connector + c.size);
    if (!is_wordlike(after)) return false;
    const bool digits = before == char_kind::digit && after == char_kind::digit;
    switch (c.value) {
        case '\'':
        case 0x2019: return is_wordlike(before) && is_alphabetic(after);
        case '.': return period_joins(connector, begin);
        case ',': return digits && kind_at(begin) == char_kind::digit;
        case ':': return digits && kind_at(begin) == char_kind::digit;
        case '/': return digits && connector - begin <= 10;
        case '&': return before == char_kind::upper && after == char_kind::upper && connector - begin <= 3;
        case '-':
        case 0x2010:
        case 0x2011: return hyphen_joins(connector, begin);
        default: return false;
    }
}

bool scanner::period_joins(std::size_t period, std::size_t begin) {
    const auto before = kind_before(period);
    const auto after = kind_at(period + 1);
    if (before == char_kind::digit && after == char_kind::digit) return true;
    if (before == char_kind::lower && after == char_kind::lower) return true;
    if (period - begin > 5 || !is_alphabetic(after)) return false;
    // "Ph.D.", "B.Sc."
    auto end = period + 1;
    while (end < end_ && end - begin <= longest_dotted && (is_ascii_alpha(text_[end]))) ++end;
    return words().abbreviations.contains(lowered(begin, end));
}

bool scanner::hyphen_joins(std::size_t hyphen, std::size_t begin) {
    if (kind_at(begin) == char_kind::digit) {  // 2018-03-20
        const auto digits = [&](std::size_t from, std::size_t count) {
            for (std::size_t i = from; i < from + count; ++i)
                if (kind_at(i) != char_kind::digit) return false;
            return kind_at(from + count) != char_kind::digit;
        };
        if (hyphen == begin + 4) return at(hyphen + 3) == '-' && digits(hyphen + 1, 2) && digits(hyphen + 4, 2);
        return hyphen == begin + 7 && at(begin + 4) == '-' && digits(hyphen + 1, 2);
    }
    return hyphen - begin <= longest_prefix && words().hyphen_prefixes.contains(lowered(begin, hyphen));
}

bool scanner::takes_stop(std::size_t begin, std::size_t end) {
    if (at(end) != '.' || at(end + 1) == '.' || is_alphabetic(kind_at(end + 1)) || end - begin > longest_dotted)
        return false;
    if (!is_alphabetic(kind_at(begin))) return false;
    auto next = end + 1;
    const bool chunk_goes_on = next < end_;
    while (!chunk_goes_on && next < text_.size() && text_[next] == ' ') ++next;
    const auto following = next < text_.size() ? kind_of(decode(text_, next).value) : char_kind::newline;
    const auto lower = lowered(begin, end);
    if (end - begin == 1 && kind_at(begin) == char_kind::upper && text_[begin] != 'I')
        return following == char_kind::upper || chunk_goes_on;
    if (const auto found = words().find_abbreviation(lower))
        return *found != abbreviation::number || following == char_kind::digit;
    return false;
}

}  // namespace throughline::text
