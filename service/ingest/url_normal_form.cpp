#include "ingest/url_normal_form.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <vector>

namespace throughline::ingest {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lowered = text::ascii_lower(c);
    return lowered >= 'a' && lowered <= 'f' ? lowered - 'a' + 10 : -1;
}

bool is_unreserved(unsigned char byte) {
    const char lowered = text::ascii_lower(static_cast<char>(byte));
    return (lowered >= 'a' && lowered <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' ||
           byte == '_' || byte == '~';
}

void append_escaped(std::string& out, unsigned char byte) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    out += '%';
    out += hex[byte >> 4];
    out += hex[byte & 15];
}

}  // namespace

std::string normal_escapes(std::string_view address) {
    constexpr std::string_view illegal = " \"<>[\\]^`{|}";
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const auto byte = static_cast<unsigned char>(address[i]);
        const int high = byte == '%' && i + 2 < address.size() ? hex_value(address[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(address[i + 2]) : -1;
        if (low >= 0) {
            const auto encoded = static_cast<unsigned char>(high * 16 + low);
            if (is_unreserved(encoded))
                out += static_cast<char>(encoded);
            else
                append_escaped(out, encoded);
            i += 2;
        } else if (byte <= 0x20 || byte >= 0x7f || byte == '%' || illegal.find(address[i]) != std::string_view::npos) {
            append_escaped(out, byte);
        } else {
            out += address[i];
        }
    }
    return out;
}

std::string without_dots(std::string_view path) {
    std::vector<std::string_view> kept;
    bool open = false;  // ends in a directory
    for (const auto segment : split(path.substr(path.starts_with('/')), '/')) {
        open = segment == "." || segment == "..";
        if (segment == ".." && !kept.empty()) kept.pop_back();
        if (!open) kept.push_back(segment);
    }
    std::string out;
    for (const auto segment : kept) (out += '/') += segment;
    return open || out.empty() ? out + "/" : out;
}

}  // namespace throughline::ingest
