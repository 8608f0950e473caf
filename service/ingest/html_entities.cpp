#include "ingest/html_entities.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace throughline::ingest {
namespace {

constexpr std::size_t longest_reference = 32;

// Windows-1252 at 0x80 to 0x9F (WHATWG, "numeric character reference end state").
constexpr std::array<char16_t, 32> windows_1252 = {0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
                                                   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

std::optional<char32_t> named(std::string_view name) {
    static const auto table = [] {
        std::unordered_map<std::string_view, char32_t> read;
        for (const auto& row : data_table("service/ingest/data/html_entities.tsv")) {
            std::uint32_t value = 0;
            std::from_chars(row[1].data(), row[1].data() + row[1].size(), value, 16);
            read.emplace(row[0], value);
        }
        return read;
    }();
    const auto found = table.find(name);
    if (found == table.end()) return std::nullopt;
    return found->second;
}

std::optional<char32_t> numeric(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    std::uint32_t value = 0;
    const auto* last = digits.data() + digits.size();
    const auto [end, failure] = std::from_chars(digits.data(), last, value, hex ? 16 : 10);
    if (failure != std::errc{} || end != last) return std::nullopt;
    if (value < 0x20 || value == 0x7f) return U' ';
    if (value >= 0x80 && value <= 0x9f) return windows_1252[value - 0x80];
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return char32_t{0xfffd};
    return value;
}

}  // namespace

void append_decoded(std::string& out, std::string_view html) {
    for (std::size_t at = 0; at < html.size();) {
        const auto mark = html.find('&', at);
        out += html.substr(at, mark - at);
        if (mark == std::string_view::npos) return;
        const auto body = html.substr(mark + 1, longest_reference);
        const auto end = body.find_first_of("; \n<&");
        const bool closed = end != std::string_view::npos && body[end] == ';' && end > 0;
        std::optional<char32_t> value;
        if (closed) value = body.front() == '#' ? numeric(body.substr(1, end - 1)) : named(body.substr(0, end));
        if (value)
            text::append_utf8(out, *value);
        else
            out += '&';
        at = mark + 1 + (value ? end + 1 : 0);
    }
}

std::string decode_entities(std::string_view html) {
    std::string out;
    append_decoded(out, html);
    return out;
}

}  // namespace throughline::ingest
