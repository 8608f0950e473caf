#include "exports/escape.hpp"

#include <boost/json.hpp>

namespace throughline::exports {
namespace {

/// Length of the control or noncharacter that stands at this place; 0 when none does.
std::size_t control_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t ahead) { return static_cast<unsigned char>(text[at + ahead]); };
    if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
    if (byte(0) == 0xc2 && at + 1 < text.size() && byte(1) >= 0x80 && byte(1) < 0xa0) return 2;
    if (byte(0) == 0xef && at + 2 < text.size() && byte(1) == 0xbf && byte(2) >= 0xbe) return 3;
    return 0;
}

template <class Write>
std::string mapped(std::string_view text, Write write) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (const char letter : text) write(out, letter);
    return out;
}

bool is_line_end(std::string_view text, std::size_t at) { return text[at] == '\n' || text[at] == '\r'; }

}  // namespace

std::string json_text(const boost::json::value& value) {
    return mapped(boost::json::serialize(value), [](std::string& out, char letter) {
        if (letter == '<')
            out += "\\u003c";
        else
            out += letter;
    });
}

std::string one_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (is_line_end(text, at) || text[at] == '\t' || text[at] == ' ') {
            if (!out.empty() && out.back() != ' ') out += ' ';
            ++at;
        } else if (const auto skipped = control_at(text, at)) {
            at += skipped;
        } else {
            out += text[at++];
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (is_line_end(text, at)) {
            if (text[at] == '\n' || at + 1 == text.size() || text[at + 1] != '\n') out += '\n';
            ++at;
        } else if (text[at] == '\t') {
            out += text[at++];
        } else if (const auto skipped = control_at(text, at)) {
            at += skipped;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string xml_text(std::string_view text) {
    return mapped(clean(text), [](std::string& out, char letter) {
        switch (letter) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += letter;
        }
    });
}

std::string markdown_text(std::string_view text) {
    constexpr std::string_view markup = "\\`*_{}[]<>#|~&!^$";
    constexpr std::string_view list_markers = "-+.)=";
    bool at_start = true;  // nothing but digits so far
    return mapped(one_line(text), [&](std::string& out, char letter) {
        const bool list = at_start && list_markers.find(letter) != std::string_view::npos;
        if (list || markup.find(letter) != std::string_view::npos) out += '\\';
        out += letter;
        at_start = at_start && letter >= '0' && letter <= '9';
    });
}

std::string markdown_address(std::string_view address) { return '<' + safe_address(address) + '>'; }

std::string ical_text(std::string_view text) {
    return mapped(clean(text), [](std::string& out, char letter) {
        if (letter == '\n') {
            out += "\\n";
        } else {
            if (letter == '\\' || letter == ';' || letter == ',') out += '\\';
            out += letter;
        }
    });
}

std::string csv_cell(std::string_view text) {
    const auto plain = clean(text);
    const auto first = plain.find_first_not_of(" \n");
    const std::string_view seen =
        first == std::string::npos ? std::string_view() : std::string_view(plain).substr(first);
    bool formula = !seen.empty() && std::string_view("=+-@\t").find(seen[0]) != std::string_view::npos;
    for (const std::string_view wide : {"＝", "＋", "－", "＠", "−"}) formula = formula || seen.starts_with(wide);
    std::string out = "\"";
    if (formula) out += '\'';
    for (const char letter : plain) {
        if (letter == '"') out += '"';
        out += letter;
    }
    return out + '"';
}

std::string safe_address(std::string_view address) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    return mapped(address, [&](std::string& out, char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte > 0x20 && byte < 0x7f && std::string_view("<>\"\\^`{|}").find(letter) == std::string_view::npos) {
            out += letter;
        } else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    });
}

bool is_web_address(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://");
}

}  // namespace throughline::exports
