// Bytes of a connection through everything that reads them before a handler does: nothing may crash, hang or throw.
#include "http/conditional.hpp"
#include "http/cursor.hpp"
#include "http/negotiation.hpp"
#include "http/request_reader.hpp"
#include "http/target.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace http = throughline::http;

namespace {

void read_request(std::string_view bytes, std::size_t piece) {
    static const http::server_options limits = [] {
        http::server_options small;
        small.header_bytes = 2048;
        small.body_bytes = 4096;
        return small;
    }();
    http::request_reader reader(limits);
    reader.start();
    while (!bytes.empty()) {
        const auto space = reader.space();
        const auto count = std::min({piece, bytes.size(), space.size()});
        std::memcpy(space.data(), bytes.data(), count);
        reader.added(count);
        bytes.remove_prefix(count);
        auto state = reader.advance();
        if (state == http::request_reader::progress::has_header) state = reader.advance();
        if (state == http::request_reader::progress::failed) return;
        if (state != http::request_reader::progress::complete) continue;
        http::request asked;
        reader.take(asked);
        if (asked.body.size() > limits.body_bytes) std::abort();
        static_cast<void>(http::parse_target(asked.target));
        http::preferred_coding(asked.header("Accept-Encoding").value_or(""));
        http::names_etag(asked.header("If-None-Match").value_or(""), "W/\"0\"");
        reader.start();
    }
}

void read_cursor(std::string_view text) {
    const auto position = http::decode_cursor("list", text);
    if (position && http::encode_cursor("list", *position) != text) std::abort();
    const auto made = http::decode_cursor("list", http::encode_cursor("list", text.substr(0, 1024)));
    if (!made || *made != text.substr(0, 1024)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    read_request(bytes, 1 + data[0]);
    read_cursor(bytes);
    const auto target = http::parse_target(bytes);
    if (target)
        for (const auto& segment : target->segments)
            if (!http::clean_utf8(segment)) std::abort();
    http::preferred_coding(bytes);
    constexpr std::array<std::string_view, 2> offered{"application/json", "application/ld+json; profile=\"a\""};
    if (const auto place = http::preferred_media_type(bytes, offered); place && *place >= offered.size()) std::abort();
    http::names_etag(bytes, "W/\"0\"");
    return 0;
}
