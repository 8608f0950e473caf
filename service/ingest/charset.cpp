#include "ingest/charset.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

namespace throughline::ingest {
namespace {

// What browsers look at (WHATWG HTML, 13.2.3.2).
constexpr std::size_t page_head = 1024;
constexpr std::size_t longest_name = 40;
constexpr std::string_view utf8 = "UTF-8";

// The name of ICU's converter; "" for a charset that is not known.
std::string_view converter_of(std::string_view charset) {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> read;
        for (const auto& row : data_table("service/ingest/data/charsets.tsv"))
            for (const auto name : split(row[1], ' ')) read.emplace(name, row[0]);
        return read;
    }();
    const auto found = table.find(text::lower(trim(charset)));
    return found == table.end() ? std::string_view() : found->second;
}

// The charset that a mark at the beginning tells, and its size.
std::pair<std::string_view, std::size_t> byte_order_mark(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) return {utf8, 3};
    if (bytes.starts_with("\xff\xfe")) return {"UTF-16LE", 2};
    if (bytes.starts_with("\xfe\xff")) return {"UTF-16BE", 2};
    return {{}, 0};
}

// The value behind a name and "="; "" when the name is not followed by one.
std::string_view value_behind(std::string_view text) {
    text = trim(text);
    if (!text.starts_with('=')) return {};
    text = trim(text.substr(1));
    if (text.starts_with('"') || text.starts_with('\'')) return trim(text.substr(1, text.find(text[0], 1) - 1));
    return text.substr(0, text.find_first_of(" \t\r\n;\"'/>?"));
}

// The charset that a meta element names: `tag` is what stands between "<meta" and ">", in lower case.
std::string_view charset_of_meta(std::string_view tag) {
    const bool of_type =
        tag.find("http-equiv") != std::string_view::npos && tag.find("content-type") != std::string_view::npos;
    char quote = '\0';
    for (std::size_t i = 0; i < tag.size(); ++i) {
        if (tag[i] == '"' || tag[i] == '\'') quote = quote == '\0' ? tag[i] : quote == tag[i] ? '\0' : quote;
        if ((quote != '\0' && !of_type) || !tag.substr(i).starts_with("charset")) continue;
        if (const auto name = value_behind(tag.substr(i + 7)); !name.empty()) return name;
    }
    return {};
}

std::string charset_in_page(std::string_view bytes) {
    std::string head(bytes.substr(0, page_head));
    std::transform(head.begin(), head.end(), head.begin(), text::ascii_lower);
    if (head.starts_with("<?xml")) {
        const auto declaration = std::string_view(head).substr(0, head.find("?>"));
        const auto named = declaration.find("encoding");
        if (named != std::string_view::npos) return std::string(value_behind(declaration.substr(named + 8)));
    }
    for (auto mark = head.find('<'); mark != std::string::npos; mark = head.find('<', mark + 1)) {
        const auto rest = std::string_view(head).substr(mark);
        if (rest.starts_with("<!--")) {
            mark = head.find("-->", mark + 4);
            if (mark == std::string::npos) break;
        } else if (rest.starts_with("<meta")) {
            if (const auto name = charset_of_meta(rest.substr(5, rest.find('>') - 5)); !name.empty())
                return std::string(name);
        }
    }
    return {};
}

error fault(std::string_view field, const std::string& rest) {
    return {errc::invalid_encoding, '`' + std::string(field) + "` " + rest, std::string(field)};
}

// A charset's name comes from outside: as much of it as is one.
std::string quoted(std::string_view charset) {
    std::string name(charset.substr(0, longest_name));
    std::erase_if(name, [](char c) { return c <= ' ' || c >= '\x7f' || c == '"'; });
    return '"' + name + '"';
}

std::optional<std::string> decode(std::string_view bytes, std::string_view converter) {
    struct closer {
        void operator()(UConverter* open) const { ucnv_close(open); }
    };
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, closer> open(ucnv_open(std::string(converter).c_str(), &status));
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(open.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    // A byte, or two of UTF-16, are at most three of UTF-8; ICU ends what fits with a NUL.
    std::string text(bytes.size() * 3 + 1, '\0');
    const auto size = ucnv_toAlgorithmic(UCNV_UTF8, open.get(), text.data(), static_cast<std::int32_t>(text.size()),
                                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status) || static_cast<std::size_t>(size) > text.size()) return std::nullopt;
    text.resize(static_cast<std::size_t>(size));
    return text;
}

}  // namespace

result<std::string> to_utf8(std::string_view bytes, const charset_hints& hints, std::string_view field) {
    auto [converter, mark] = byte_order_mark(bytes);
    std::string charset(converter);
    bytes.remove_prefix(mark);
    const bool is_utf8 = text::is_valid_utf8(bytes);
    if (charset.empty()) charset = trim(hints.declared);
    if (charset.empty() && hints.is_page && (!is_utf8 || bytes.find('\x1b') != std::string_view::npos)) {
        charset = charset_in_page(bytes);
        // Bytes of UTF-16 would not have shown their own name.
        if (converter_of(charset).starts_with("UTF-16")) charset = utf8;
    }
    if (charset.empty()) charset = utf8;
    converter = converter_of(charset);
    if (converter.empty()) return fault(field, "is in the charset " + quoted(charset) + ", which is not known.");
    if (converter == utf8) {
        if (is_utf8) return std::string(bytes);
        return fault(field, "is not valid UTF-8.");
    }
    if (auto text = decode(bytes, converter)) return std::move(*text);
    return fault(field, "is not valid in its charset, " + quoted(charset) + ".");
}

}  // namespace throughline::ingest
